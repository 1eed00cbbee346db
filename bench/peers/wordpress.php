<?php
// Sets WordPress up and publishes one story in it, 200 times: a site has more than one page. Says its path.
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = 'localhost';
require '/usr/share/wordpress/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Les Archives', 'bench', 'bench@localhost.example', true, '', wp_generate_password());
$story = json_decode(file_get_contents($argv[1]), true);
$content = '';
foreach ($story['body'] as [$kind, $text]) {
    $content .= $kind === 'heading'
        ? "<!-- wp:heading --><h2>$text</h2><!-- /wp:heading -->\n"
        : "<!-- wp:paragraph --><p>$text</p><!-- /wp:paragraph -->\n";
}
for ($number = 0; $number < 200; $number++) {
    $id = wp_insert_post([
        'post_title' => $story['title'], 'post_name' => $story['slug'], 'post_excerpt' => $story['standfirst'],
        'post_content' => $content, 'post_status' => 'publish', 'post_author' => 1,
    ]);
}
echo "/?p=$id\n";
