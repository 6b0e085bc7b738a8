// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/activity/log_search.h"

#include "ui/shell/style/look.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr int searchHeight = 28;
constexpr qsizetype mostMarked = 2000; ///< each is painted with every line

QList<int> positionsOf(const QString& wanted, const QTextDocument& log)
{
    QList<int> positions;
    if (wanted.isEmpty())
        return positions;
    for (QTextBlock block = log.begin(); block.isValid(); block = block.next()) {
        const QString line = block.text();
        for (qsizetype at = line.indexOf(wanted, 0, Qt::CaseInsensitive); at >= 0;
             at = line.indexOf(wanted, at + wanted.size(), Qt::CaseInsensitive))
            positions.append(block.position() + int(at));
    }
    return positions;
}

} // namespace

LogSearch::LogSearch(QPlainTextEdit* log, QWidget* parent)
    : QWidget(parent), m_log(log), m_text(new QLineEdit(this)),
      m_count(makeLabel({}, TextSize::Small, QFont::Normal, Ink::Sub, this)),
      m_previous(makeStep("logPrevious", QStringLiteral("chevron-up"), tr("The hit before (Shift+Return)"))),
      m_next(makeStep("logNext", QStringLiteral("chevron-down"), tr("The next hit (Return)")))
{
    m_text->setObjectName(QStringLiteral("logSearch"));
    m_text->setPlaceholderText(tr("Search the log"));
    m_text->setAccessibleName(tr("Search the log"));
    m_text->setClearButtonEnabled(true);
    m_text->setMinimumHeight(searchHeight);
    m_text->installEventFilter(this);
    m_count->setObjectName(QStringLiteral("logHits"));
    log->installEventFilter(this);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metric::unit);
    row->addWidget(m_text, 1);
    for (QWidget* widget :
         {static_cast<QWidget*>(m_count), static_cast<QWidget*>(m_previous), static_cast<QWidget*>(m_next)})
        row->addWidget(widget);
    connect(m_text, &QLineEdit::textChanged, this, &LogSearch::search);
    connect(m_previous, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { step(1); });
    tell();
}

QPushButton* LogSearch::makeStep(const char* name, const QString& icon, const QString& hint)
{
    auto* button = new QPushButton(this);
    button->setObjectName(QString::fromLatin1(name));
    button->setIcon(themeIcon(icon, &Theme::sub));
    button->setToolTip(hint);
    button->setAccessibleName(hint);
    button->setFixedSize(searchHeight, searchHeight);
    return button;
}

/// The hit at the cursor or after it is chosen, so that typing on stays where one is.
void LogSearch::search()
{
    const int from = m_log->textCursor().selectionStart();
    m_hits = positionsOf(m_text->text(), *m_log->document());
    const auto next = std::ranges::lower_bound(m_hits, from);
    m_current = m_hits.isEmpty() ? -1 : next == m_hits.end() ? 0 : int(next - m_hits.begin());
    if (m_current >= 0)
        m_log->setTextCursor(hit(m_current));
    tell();
}

/// Lines that came change neither the place nor the hit that is chosen.
void LogSearch::follow()
{
    if (m_text->text().isEmpty())
        return;
    const int chosen = m_hits.value(m_current, -1);
    m_hits = positionsOf(m_text->text(), *m_log->document());
    m_current = int(m_hits.indexOf(chosen));
    tell();
}

void LogSearch::step(int by)
{
    if (m_hits.isEmpty())
        return;
    const int count = int(m_hits.size());
    m_current = m_current < 0 ? (by > 0 ? 0 : count - 1) : (m_current + by + count) % count;
    m_log->setTextCursor(hit(m_current));
    m_log->ensureCursorVisible();
    tell();
}

QTextCursor LogSearch::hit(int index) const
{
    QTextCursor cursor(m_log->document());
    cursor.setPosition(m_hits[index]);
    cursor.setPosition(m_hits[index] + int(m_text->text().size()), QTextCursor::KeepAnchor);
    return cursor;
}

void LogSearch::tell()
{
    const int count = int(m_hits.size());
    const bool searching = !m_text->text().isEmpty();
    const QString chosen = m_current >= 0 ? QString::number(m_current + 1) : QStringLiteral("–");
    const QString found = count == 0 ? tr("Not found") : tr("%1 of %2").arg(chosen).arg(count);
    m_count->setText(searching ? found : QString());
    m_previous->setEnabled(count > 0);
    m_next->setEnabled(count > 0);
    QList<QTextEdit::ExtraSelection> marks;
    for (int i = 0; i < std::min<qsizetype>(count, mostMarked); ++i) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = hit(i);
        mark.format.setBackground(themeOf(this).amberTint);
        mark.format.setForeground(themeOf(this).text);
        if (i != m_current)
            marks.append(mark);
    }
    m_log->setExtraSelections(marks);
}

/// The marks have the theme's colours.
void LogSearch::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tell();
}

bool LogSearch::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    const bool isFind = key->matches(QKeySequence::Find); // the window's own Find looks for nodes
    const bool isReturn = watched == m_text && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter);
    if (!isFind && !isReturn)
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress && isReturn)
        step(key->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
    if (event->type() == QEvent::KeyPress && isFind)
        m_text->setFocus(Qt::ShortcutFocusReason);
    return true;
}

} // namespace snowmelt
