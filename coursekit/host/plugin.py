"""The MkDocs plugin: reads the course, refuses a broken one, installs the extension."""

from __future__ import annotations

import logging
from pathlib import Path

from markupsafe import escape
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger

from coursekit.content import Library
from coursekit.content.words import SOURCE
from coursekit.host.assets import asset_files, drop_unused
from coursekit.host.course import open_course
from coursekit.host.engine import engine_file
from coursekit.host.extension import CourseExtension
from coursekit.host.kept import KeptSite, is_kept
from coursekit.host.questions import question_file_list
from coursekit.host.search import indexed, searchable, split_index
from coursekit.host.walkthroughs import walkthrough_files
from coursekit.render import render_notes
from coursekit.render.bidi import isolated

log = get_plugin_logger("course")


class CoursePlugin(BasePlugin):
    """Thin by design: what the course is stands in `content` and `render`."""

    given: Library | None = None  # the course, if whoever builds has read and checked it
    kept: KeptSite | None = None  # from build to build of `mkdocs serve`

    def on_startup(self, command, dirty):
        """Keep this object from build to build of `mkdocs serve`, and the other one brief."""
        self.kept = KeptSite() if command == "serve" else None
        logging.getLogger("mkdocs.plugins.mkdocs_static_i18n").setLevel(logging.WARNING)

    @event_priority(-200)  # below static-i18n's -100, which sets the language
    def on_config(self, config):
        """Read the course; called once per language, each time on the same config."""
        self.i18n = config.plugins["i18n"]
        if not self.i18n.building:
            root, languages = Path(config.config_file_path).parent, self.i18n.build_languages
            last, flat = getattr(self, "course", None), not config.use_directory_urls
            self.course = open_course(root, languages, last, flat, self.given)
            self.course.announce(log)
            if self.kept:
                self.kept.open(self.course)
        self.language = config.theme["language"]
        others = [e for e in config.markdown_extensions if not isinstance(e, CourseExtension)]
        config.markdown_extensions = [*others, CourseExtension(lambda: self.scene)]
        return config

    @event_priority(-200)  # below static-i18n's -100, which sorts files by language
    def on_files(self, files, config):
        """Add what every language shares, once, and what each has of its own."""
        drop_unused(files)
        shared = [] if self.i18n.building else asset_files(config)
        for file in [*shared, *self._course_files(config)]:
            files.append(file)
        return files

    def _course_files(self, config):
        """What is made from the course beside its pages: in each language, and once."""

        def made():
            own = [
                *walkthrough_files(self.course, self.language, config),
                *question_file_list(self.course, self.language, config),
            ]
            if self.i18n.building:
                return own
            return [*own, engine_file(self.course.library.root, config)]

        return self.kept.files(self.language, made) if self.kept else made()

    def on_env(self, env, config, files):
        """Give the theme's templates the words, escaped, which MkDocs does not do."""
        env.bytecode_cache = self.course.compiled_templates()
        words = self.course.library.interface(self.language)
        env.globals["words"] = {name: escape(text) for name, text in words.items()}
        return env

    def on_page_markdown(self, markdown, page, config, files):
        """Note which page is being converted; while serving, recall what became of it before."""
        _, path = page.file.src_uri.split("/", 1)
        self.scene = self.course.scene(self.language, path, page.url)
        if self.kept:
            english = self.course.library.pages.get((SOURCE, path))
            self.kept.recall(page, markdown, self.language, english.hash if english else "")

    def on_page_content(self, html, page, config, files):
        """Put the notes on top; keep Latin names whole in Hebrew."""
        if is_kept(page):
            return html
        html = render_notes(self.scene) + html
        return isolated(html) if self.scene.direction == "rtl" else html

    @event_priority(100)  # above Material's search, which reads the whole content
    def _before_search(self, context, page, config, nav):
        """Lend the search what is to be found."""
        self.content, page.content = page.content, searchable(page.content)
        self.sections = len(indexed(config))

    @event_priority(-100)
    def _after_search(self, context, page, config, nav):
        """Take the page back; of one that is kept, the search gets what it had."""
        page.content = self.content
        if not self.kept:
            return
        kept = self.kept.of(page)
        if is_kept(page):
            indexed(config).extend(kept.sections)
            context["kept"] = kept.html
        else:
            kept.sections = indexed(config)[self.sections :]

    on_page_context = CombinedEvent(_before_search, _after_search)

    @event_priority(-200)  # last: this is the page
    def on_post_page(self, output, page, config):
        """Keep what became of the page."""
        if self.kept and not is_kept(page):
            kept = self.kept.of(page)
            kept.title, kept.anchors, kept.html = page.title, page.present_anchor_ids, output

    @event_priority(-200)  # below static-i18n's -100, which builds the other languages
    def on_post_build(self, config):
        """Split the search index once all languages are built."""
        if not self.i18n.building:
            split_index(config.site_dir, list(self.course.homes))

    def on_serve(self, server, config, builder):
        """Watch what MkDocs does not know to be part of the course."""
        for part in self.course.parts:
            server.watch(part)
        return server
