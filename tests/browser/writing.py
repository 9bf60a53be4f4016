"""Somebody at the article form while findings come and go."""

ADD = "/toa-soan/articles/article/add/"
BODY = ".field-body .ProseMirror[contenteditable=true]"
DAY = "10/6/2025"  # of the old town, in the demo office's register
WRONG = "Dự có đồng chí Giàng A Súa, Bí thư Thị ủy Sông Vân."
RIGHT = "Phó Bí thư Thị ủy, Chủ tịch UBND thị xã Sông Vân"
CARD = ".proof-list .proof-card"


class Writer:
    """Somebody at the article form, whose console and policy are watched."""

    def __init__(self, someone):
        self.someone, self.page, self.said = someone, someone.page, []
        self.page.on("console", self._hear)

    def _hear(self, message):
        if message.type == "error":
            self.said.append(message.text)

    def open(self, path=ADD, day=DAY):
        self.someone.go(path)
        self.page.wait_for_selector(BODY)
        if day:
            self.page.evaluate(
                "day => { document.querySelector('[name=event_date]').value = day }", day
            )
        return self

    def write(self, words, into=BODY):
        self.page.focus(into)
        self.page.keyboard.type(words)
        return self

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)
        return self

    def cards(self, count, timeout=15000):
        self.page.wait_for_function(
            "([css, n]) => document.querySelectorAll(css).length === n", arg=[CARD, count],
            polling=50, timeout=timeout,
        )  # fmt: skip
        return [card.inner_text() for card in self.page.locator(CARD).all()]

    def body(self):
        return self.page.inner_text(BODY).strip()

    def lines(self):
        """How many are drawn: the page draws before its next frame, not when it is told to."""
        self.page.evaluate(
            "() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))"
        )
        return self.page.locator(".proof-line").count()

    def save(self, act="save", **fields):
        self.page.evaluate(
            "() => { const s = document.querySelector('[name=section]');"
            " s.selectedIndex = s.options.length - 1; }"
        )
        self.someone.press(act)
        return self

    def ime(self):
        return self.page.context.new_cdp_session(self.page)

    def quiet(self):
        return self.someone.errors == [] and self.said == []
