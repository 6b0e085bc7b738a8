// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/activity/log_view.h"

#include "models/document/fleet_document.h"
#include "models/wording/wording.h"
#include "ui/shell/activity/log_search.h"
#include "ui/shell/activity/log_text.h"
#include "ui/shell/style/look.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QVBoxLayout>

namespace snowmelt {

namespace {

QLabel* makeParagraph(const char* name, Ink ink, int weight, QWidget* parent)
{
    QLabel* label = makeLabel({}, TextSize::Normal, weight, ink, parent);
    label->setObjectName(QString::fromLatin1(name));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

void setParagraph(QLabel* label, const QString& text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

LogView::LogView(FleetDocument* document, QWidget* parent) : QWidget(parent), m_document(document)
{
    m_what = makeParagraph("errorWhat", Ink::Text, QFont::DemiBold, this);
    m_safe = makeParagraph("errorSafe", Ink::Sub, QFont::Normal, this);
    m_next = makeParagraph("errorNext", Ink::Sub, QFont::Normal, this);
    m_text = new QPlainTextEdit(this);
    m_text->setObjectName(QStringLiteral("logText"));
    m_text->setAccessibleName(tr("Log"));
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setFont(monoFont(TextSize::Small));
    m_text->setMaximumBlockCount(6000);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setPlaceholderText(tr("No log yet."));
    stayAtTheEnd();
    m_search = new LogSearch(m_text, this);
    QVBoxLayout* column = makeColumn(this);
    column->setContentsMargins(2 * metric::unit, metric::unit, 2 * metric::unit, metric::unit);
    for (QLabel* label : {m_what, m_safe, m_next})
        column->addWidget(label);
    column->addWidget(m_search);
    column->addWidget(m_text, 1);
    connect(document, &FleetDocument::operationChanged, this, [this](const OperationId& id) {
        if (id == m_id)
            follow();
    });
}

/// The newest lines are in sight, until a person scrolls to others.
void LogView::stayAtTheEnd()
{
    QScrollBar* bar = m_text->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this, [this, bar](int value) { m_atEnd = value == bar->maximum(); });
    connect(bar, &QScrollBar::rangeChanged, this, [this, bar](int, int last) {
        if (m_atEnd)
            bar->setValue(last);
    });
}

void LogView::setOperation(const OperationId& id)
{
    if (id == m_id)
        return;
    m_id = id;
    m_shown = 0;
    m_atEnd = true;
    m_text->clear();
    follow();
}

void LogView::follow()
{
    const OperationState* operation = m_document->operation(m_id);
    if (!operation)
        return;
    showEnd(*operation);
    appendNew(*operation);
}

void LogView::showEnd(const OperationState& operation)
{
    const bool ended = operation.finished && operation.finished->outcome != OutcomeKind::Done;
    const bool error = ended && operation.finished->error;
    QString what = error ? sentence(*operation.finished->error).what : QString();
    if (ended && !error)
        what = outcomeText(operation.finished->outcome);
    if (error && !operation.finished->error->detail.isEmpty())
        what += u'\n' + operation.finished->error->detail;
    setParagraph(m_what, what);
    setInk(m_what, error ? Ink::Red : Ink::Text);
    setParagraph(m_safe, ended ? sentence(operation.finished->safety) : QString());
    setParagraph(m_next, error ? sentence(*operation.finished->error).next : QString());
}

void LogView::appendNew(const OperationState& operation)
{
    const QList<LogEntry>& log = operation.log;
    // The document drops its oldest lines in one go; then what is shown begins anew.
    if (log.size() < m_shown) {
        m_text->clear();
        m_shown = 0;
    }
    QStringList lines;
    for (qsizetype i = m_shown; i < log.size(); ++i) {
        const QString text = logText(log.at(i));
        if (!text.isEmpty() || std::holds_alternative<LogLine>(log.at(i)))
            lines << text;
    }
    if (!lines.isEmpty())
        m_text->appendPlainText(lines.join(u'\n'));
    m_shown = log.size();
    m_search->follow();
}

} // namespace snowmelt
