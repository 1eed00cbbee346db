"""The desk in a browser: a story from the reporter's first word to the reader's page.

Every journey also holds the desk to its policy: the browser refused nothing.
"""
from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from typing import Any

import pytest

pytestmark = pytest.mark.browser



def _png(width: int, height: int) -> bytes:
    """A grey picture, with no library."""
    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)), (b"IDAT", rows), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks)


CHOOSE = "[data-chooser-action-choose] >> visible=true"
DRAWING = _png(640, 480)
CHOICE = ".modal-body [data-chooser-modal-choice]"


@pytest.fixture
def at(visitor: Any) -> Iterator[Any]:
    """Signs someone in, and looks afterwards for what their browser was refused."""
    made: list[Any] = []

    def sign_in(role: str) -> Any:
        someone = visitor(role)
        made.append(someone)
        return someone

    yield sign_in
    assert [violation for someone in made for violation in someone.violations if not _is_probe(violation)] == []


def _is_probe(violation: str) -> bool:
    """The cropping tool tries whether there is a touch screen by writing an event handler."""
    return "/desk/images/" in violation and "inline event handler" in violation


def open_story(someone: Any, title: str) -> Any:
    """From the first page of the desk to a new story."""
    page = someone.page
    page.click(".desk-sections a")
    page.wait_for_load_state("load")
    page.fill("#id_title", title)
    return page


def sign(page: Any) -> None:
    page.click("#id_bylines-ADD")
    page.click(f"#inline_child_bylines-1 {CHOOSE}")
    page.click(CHOICE)
    page.wait_for_selector(".modal-body", state="detached")


def illustrate(page: Any) -> None:
    page.click(f"#id_picture-chooser {CHOOSE}")
    page.click(CHOICE)
    page.wait_for_selector(".modal-body", state="detached")


def add_block(page: Any, number: int = 0) -> None:
    page.locator("[data-contentpath=body] .c-sf-add-button").last.click()
    page.locator("[role=option]").nth(number).click()


def write_paragraph(page: Any, words: str) -> None:
    add_block(page)
    editor = page.locator("[data-contentpath=body] [contenteditable=true]").last
    editor.wait_for()
    page.wait_for_timeout(500)
    editor.click()
    page.keyboard.type(words, delay=15)
    page.wait_for_timeout(300)


def press_action(page: Any, name: str, meanwhile: Any = None) -> None:
    """One of the actions of the story: in the foot's menu, or its first button. meanwhile: what happens once it is pressed."""
    button = page.locator(f"[name={name}]").first
    if not button.is_visible():
        page.click("footer [data-w-dropdown-target=toggle], footer .w-dropdown button >> nth=0")
    page.evaluate("document.documentElement.id = 'old'")  # (a change of the address within the document is a navigation, too)
    button.click()
    if meanwhile:
        meanwhile()
    page.wait_for_selector("html:not(#old) .messages, html:not(#old) main", state="attached")
    page.wait_for_load_state()


def test_a_story_goes_from_the_reporter_to_the_reader(at: Any) -> None:
    reporter = at("reporter")
    page = open_story(reporter, "Sept mois de pourparlers")
    page.fill("#id_standfirst", "Qui aura l'eau, quand, et à quel prix ?")
    illustrate(page)
    write_paragraph(page, "L'accord de l'Orbance tient en un mot.")
    press_action(page, "action-submit")
    assert page.locator(".messages .success").count() == 1

    editor = at("editor")
    waits = editor.page.get_by_role("link", name="Sept mois de pourparlers").first
    waits.click()
    editor.page.wait_for_load_state("load")
    assert editor.page.input_value("#id_title") == "Sept mois de pourparlers"
    editor.page.click("footer .w-dropdown button >> nth=0")
    editor.page.locator("[data-workflow-action-name=approve]").first.click()
    editor.page.wait_for_load_state("load")
    editor.go("/pays/sept-mois-de-pourparlers/")
    assert "tient en un mot" in editor.page.content()


def test_what_is_wrong_is_said_and_nothing_typed_is_lost(at: Any) -> None:
    editor = at("editor")
    page = open_story(editor, "Un titre à garder")
    page.fill("#id_kicker", "Eau")
    write_paragraph(page, "Des mots à garder.")
    page.click("#id_bylines-0-DELETE-button")
    page.wait_for_timeout(500)
    press_action(page, "action-publish")
    assert page.locator(".messages .error").count() == 1
    assert page.locator(".help-critical, .error-message").count() >= 1
    assert page.input_value("#id_title") == "Un titre à garder"
    assert page.input_value("#id_kicker") == "Eau"
    assert page.locator("[data-contentpath=body] [contenteditable=true]").inner_text().strip() == "Des mots à garder."
    sign(page)
    press_action(page, "action-publish")
    assert page.locator(".messages .success").count() == 1, page.locator("main").inner_text()


def test_a_story_published_while_it_saves_itself_is_made_once(at: Any) -> None:
    """Wagtail alone would make it twice, and refuse the second for its slug."""
    page, saved = open_story(at("editor"), "Une heure juste"), []
    page.route(re.compile(r"/desk/pages/add/"), lambda route: saved.append((route, route.fetch())), times=1)
    write_paragraph(page, "Des mots pressés.")
    while not saved:
        page.wait_for_timeout(50)
    press_action(page, "action-publish", meanwhile=lambda: saved[0][0].fulfill(response=saved[0][1]))
    assert page.locator(".messages .success").count() == 1, page.locator("main").inner_text()


def test_an_address_of_the_paper_is_refused_with_a_sentence(at: Any) -> None:
    publisher = at("publisher")
    publisher.go("/desk/pages/add/newsroom/section/3/")
    page = publisher.page
    page.fill("#id_title", "Contact")
    press_action(page, "action-publish")
    assert page.input_value("#id_title") == "Contact"
    assert "contact" in page.locator(".messages .error, .error-message").all_inner_texts()[-1].lower()


def test_a_draft_is_written_with_the_keyboard_alone(at: Any) -> None:
    page = at("reporter").page
    page.locator(".desk-sections a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/newsroom/article/\d+/"))
    page.locator("#id_title").focus()
    page.keyboard.type("Au clavier")
    tab_to(page, "#id_kicker")
    page.keyboard.type("Mer")
    tab_to(page, "#id_bylines-ADD")
    page.keyboard.press("Enter")
    page.wait_for_selector("#inline_child_bylines-1")
    page.keyboard.press("Control+s")
    page.wait_for_url(re.compile(r"/edit/"))
    assert page.input_value("#id_title") == "Au clavier"


def test_a_story_is_saved_as_it_is_written(at: Any) -> None:
    page = open_story(at("reporter"), "")
    page.wait_for_timeout(3000)  # the desk first looks at what was there
    page.click("#id_title")
    page.keyboard.type("Écrit à mesure")
    page.keyboard.press("Tab")
    page.wait_for_selector("[data-edit-form][action$='/edit/']")


def test_what_is_typed_while_it_saves_itself_is_saved_too(at: Any) -> None:
    """Wagtail alone would take it for saved, and lose it."""
    page, held = open_story(at("reporter"), "Une phrase"), []
    page.route(re.compile(r"/desk/pages/add/"), lambda route: held.append((route, route.fetch())), times=1)
    page.wait_for_timeout(3000)
    page.click("#id_kicker")
    page.keyboard.type("Le début")
    for _ in range(200):
        if held:
            break
        page.wait_for_timeout(50)
    page.keyboard.type(" et la fin")
    with page.expect_response(re.compile(r"/edit/$"), timeout=8000):
        held[0][0].fulfill(response=held[0][1])
    page.wait_for_timeout(500)
    page.reload()
    assert page.input_value("#id_kicker") == "Le début et la fin"


def test_what_is_typed_at_once_is_saved_too(at: Any) -> None:
    """Wagtail looks at the form two seconds after it is there, and takes what it finds for saved."""
    page = open_story(at("reporter"), "")
    page.click("#id_title")
    page.keyboard.type("Vite")
    page.wait_for_selector("[data-edit-form][action$='/edit/']")


def tab_to(page: Any, selector: str) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} is not reached with Tab")


@pytest.mark.parametrize(
    "path",
    ["/desk/", "/desk/pages/", "/desk/pages/3/", "/desk/pages/3/edit/", "/desk/pages/5/edit/", "/desk/images/", "/desk/images/add/", "/desk/images/multiple/add/",
     "/desk/images/1/", "/desk/documents/add/", "/desk/snippets/newsroom/author/", "/desk/snippets/newsroom/author/edit/1/",
     "/desk/snippets/newsroom/topic/add/", "/desk/snippets/newsroom/dossier/edit/1/", "/desk/settings/masthead/masthead/", "/desk/users/",
     "/desk/users/add/", "/desk/redirects/add/", "/desk/reports/workflow/", "/desk/account/", "/desk/stories/", "/desk/reports/site-history/"],
)  # fmt: skip
def test_the_desk_keeps_to_its_policy(at: Any, path: str) -> None:
    publisher = at("publisher")
    publisher.go(path)
    publisher.page.wait_for_timeout(400)
    assert publisher.page.locator("main").count() == 1


def test_a_picture_is_brought_in(at: Any) -> None:
    reporter = at("reporter")
    reporter.go("/desk/images/multiple/add/")
    page = reporter.page
    page.set_input_files("#fileupload", {"name": "phare.png", "mimeType": "image/png", "buffer": DRAWING})
    page.locator("#upload-list form [name$=-credit]").wait_for()
    page.locator("#upload-list form [name$=-credit]").fill("L'Amer")
    page.locator("#upload-list form [name$=-description]").fill("Le phare.")
    page.locator("#upload-list form [type=submit]").click()
    page.locator("#upload-list .upload-success, #upload-list .upload-complete").first.wait_for()


def test_a_picture_is_given_its_focal_point(at: Any) -> None:
    publisher = at("publisher")
    publisher.go("/desk/images/1/")
    page = publisher.page
    box = page.locator(".jcrop-holder").bounding_box()
    page.mouse.move(box["x"] + 20, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 90, box["y"] + 80, steps=5)
    page.mouse.up()
    assert int(page.input_value("#id_focal_point_width")) > 0


def test_the_preview_stands_in_its_frame(at: Any) -> None:
    reporter = at("reporter")
    page = open_story(reporter, "À voir")
    page.click("[data-side-panel-toggle=preview], [aria-label*=perçu] >> nth=0")
    frame = page.frame_locator("iframe[data-preview-iframe], iframe#w-preview-iframe, [data-side-panel=preview] iframe").last
    frame.locator("body").wait_for()


def test_without_script_nothing_lies_on_the_page(visitor: Any, chromium: Any) -> None:
    """Script fills the sidebar: without it there is none, with it all is where it was."""
    someone = visitor("publisher")
    for script, width, left in ((False, 360, 0), (False, 1280, 0), (True, 360, 0), (True, 1280, 200)):
        context = chromium.new_context(storage_state=someone.context.storage_state(), java_script_enabled=script, viewport={"width": width, "height": 800})
        page = context.new_page()
        page.goto(f"{someone.address}/desk/")
        if script:
            page.wait_for_selector(".sidebar" if width > 800 else ".sidebar-nav-toggle--mobile")
        assert page.locator("#main").bounding_box()["x"] == left, (script, width)
        assert page.locator(".sidebar, .sidebar-loading").first.is_visible() == (script and width > 800), (script, width)
        page.locator(".desk-sections a").first.click(trial=True, timeout=3_000)  # nothing is in the way
        context.close()
