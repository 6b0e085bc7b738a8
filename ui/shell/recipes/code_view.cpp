// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/recipes/code_view.h"

#include "ui/shell/style/look.h"

#include <QPainter>
#include <QTextBlock>

#include <algorithm>

namespace snowmelt {

class CodeView::Gutter final : public QWidget
{
public:
    explicit Gutter(CodeView* view) : QWidget(view), m_view(view) {}
    QSize sizeHint() const override { return {m_view->gutterWidth(), 0}; }

protected:
    void paintEvent(QPaintEvent* event) override { m_view->paintGutter(event); }

private:
    CodeView* m_view;
};

namespace {

/// UTF-16 units before a column that counts characters.
int unitsBefore(const QString& line, int column)
{
    int units = 0;
    for (int characters = 1; characters < column && units < line.size(); ++characters)
        units += line.at(units).isHighSurrogate() ? 2 : 1;
    return std::min(units, static_cast<int>(line.size()));
}

} // namespace

CodeView::CodeView(QWidget* parent) : QPlainTextEdit(parent), m_gutter(new Gutter(this))
{
    setFont(monoFont(TextSize::Normal));
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    m_gutter->setFont(font());
    connect(this, &QPlainTextEdit::blockCountChanged, this, &CodeView::placeGutter);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& rect, int dy) {
        if (dy != 0)
            m_gutter->scroll(0, dy);
        else
            m_gutter->update(0, rect.y(), m_gutter->width(), rect.height());
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &CodeView::mark);
    placeGutter();
    mark();
}

int CodeView::gutterWidth() const
{
    const int digits = std::max(2, static_cast<int>(QString::number(blockCount()).size()));
    return 3 * metric::unit + fontMetrics().horizontalAdvance(u'9') * digits;
}

void CodeView::placeGutter()
{
    setViewportMargins(gutterWidth(), metric::unit, 0, 0);
    const QRect inside = contentsRect();
    m_gutter->setGeometry(inside.left(), inside.top() + metric::unit, gutterWidth(), inside.height() - metric::unit);
}

/// Problems that show below take room: the line that is being typed stays in sight.
void CodeView::resizeEvent(QResizeEvent* event)
{
    const bool inSight = QRect({}, event->oldSize()).intersects(cursorRect());
    QPlainTextEdit::resizeEvent(event);
    placeGutter();
    if (inSight)
        ensureCursorVisible();
}

/// The current line's tint belongs to the theme.
void CodeView::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        mark();
}

void CodeView::paintGutter(QPaintEvent* event)
{
    QPainter painter(m_gutter);
    const Theme& theme = themeOf(this);
    painter.fillRect(event->rect(), theme.panel);
    const int current = textCursor().blockNumber();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF place = blockBoundingGeometry(block).translated(contentOffset());
        if (place.top() > event->rect().bottom())
            break;
        const int line = block.blockNumber();
        const bool wrong = std::any_of(m_problems.begin(), m_problems.end(),
                                       [line](const Problem& problem) { return problem.line == line + 1; });
        painter.setPen(wrong ? theme.red : line == current ? theme.text : theme.faint);
        painter.drawText(QRectF(0, place.top(), m_gutter->width() - 2 * metric::unit, place.height()),
                         Qt::AlignRight | Qt::AlignTop, QString::number(line + 1));
    }
}

QTextCursor CodeView::cursorAt(int line, int column) const
{
    QTextCursor cursor(document());
    const QTextBlock block = document()->findBlockByNumber(std::clamp(line, 1, blockCount()) - 1);
    cursor.setPosition(block.position() + unitsBefore(block.text(), std::max(1, column)));
    return cursor;
}

void CodeView::goTo(int line, int column)
{
    setTextCursor(cursorAt(line, column));
    centerCursor();
    setFocus();
}

void CodeView::setProblems(const QList<Problem>& problems)
{
    m_problems = problems;
    mark();
    m_gutter->update();
}

void CodeView::mark()
{
    const Theme& theme = themeOf(this);
    QTextEdit::ExtraSelection here;
    here.format.setBackground(theme.group);
    here.format.setProperty(QTextFormat::FullWidthSelection, true);
    here.cursor = textCursor();
    here.cursor.clearSelection();
    QList<QTextEdit::ExtraSelection> selections{here};
    for (const Problem& problem : std::as_const(m_problems)) {
        QTextEdit::ExtraSelection wrong;
        wrong.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        wrong.format.setUnderlineColor(theme.red);
        wrong.cursor = cursorAt(problem.line, problem.column);
        wrong.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        selections.append(wrong);
    }
    setExtraSelections(selections);
}

void CodeView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Tab && event->modifiers() == Qt::NoModifier && !isReadOnly())
        return insertPlainText(QStringLiteral("  "));
    QPlainTextEdit::keyPressEvent(event);
}

} // namespace snowmelt
