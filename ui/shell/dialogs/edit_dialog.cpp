// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dialogs/edit_dialog.h"

#include "models/document/fleet_document.h"
#include "models/domain/line_diff.h"
#include "ui/shell/editing/edit_words.h"
#include "ui/shell/style/look.h"

#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QTextEdit>
#include <QVBoxLayout>

namespace snowmelt {

namespace {

/// So many lines are seen at once; more can be scrolled to.
constexpr int linesSeen = 6;
constexpr int meaningSeen = 3;

QString mark(DiffLine::Kind kind)
{
    switch (kind) {
    case DiffLine::Kind::Removed:
        return QStringLiteral("− ");
    case DiffLine::Kind::Added:
        return QStringLiteral("+ ");
    case DiffLine::Kind::Gap:
        return QStringLiteral("⋯");
    case DiffLine::Kind::Same:
        break;
    }
    return QStringLiteral("  ");
}

QString markedLines(const QString& before, const QString& after)
{
    QStringList lines;
    for (const DiffLine& line : lineDiff(before, after, 0))
        lines += mark(line.kind) + line.text;
    while (!lines.isEmpty() && lines.first() == mark(DiffLine::Kind::Gap))
        lines.removeFirst();
    while (!lines.isEmpty() && lines.last() == mark(DiffLine::Kind::Gap))
        lines.removeLast();
    return lines.join(u'\n');
}

} // namespace

EditDialog::EditDialog(const EditTarget& target, const QString& title, const QString& action, QWidget* parent)
    : DialogFrame(title, action, parent), m_target(target), m_form(new QFormLayout)
{
    setObjectName(QStringLiteral("editDialog"));
    primary()->setObjectName(QStringLiteral("makeEdit"));
    m_form->setHorizontalSpacing(2 * metric::unit);
    m_form->setVerticalSpacing(metric::unit);
    body()->addLayout(m_form);
    m_meaning = addParagraph({});
    m_meaning->setObjectName(QStringLiteral("editMeaning"));
    m_meaning->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_meaning->setMinimumHeight(meaningSeen * m_meaning->fontMetrics().lineSpacing()); // nothing jumps while one types
    body()->addWidget(makeLabel(tr("What changes in the file"), TextSize::Small, QFont::DemiBold, Ink::Sub, this));
    m_lines = new QTextEdit(this);
    m_lines->setObjectName(QStringLiteral("editLines"));
    m_lines->setAccessibleName(tr("What changes in the file"));
    m_lines->setReadOnly(true);
    m_lines->setTabChangesFocus(true);
    m_lines->setFont(monoFont(TextSize::Small));
    m_lines->setFrameShape(QFrame::NoFrame);
    m_lines->document()->setDocumentMargin(0);
    m_lines->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_lines->setFixedHeight(linesSeen * m_lines->fontMetrics().lineSpacing());
    body()->addWidget(m_lines);
    body()->addStretch(1);
    setMinimumWidth(600);
    disconnect(primary(), &QPushButton::clicked, this, &QDialog::accept);
    connect(primary(), &QPushButton::clicked, this, &EditDialog::make);
}

void EditDialog::setEdit(std::function<Edit()> edit)
{
    m_edit = std::move(edit);
    follow();
}

void EditDialog::follow()
{
    if (!m_edit)
        return;
    const Edit edit = m_edit();
    present(m_target.editor->preview(edit), edit);
}

void EditDialog::present(const Edited& outcome, const Edit& edit)
{
    primary()->setEnabled(outcome.ok());
    primary()->setToolTip(outcome.ok() ? QString() : refusalText(*outcome.refusal));
    setInk(m_meaning, outcome.ok() ? Ink::Sub : Ink::Amber);
    m_meaning->setText(
        outcome.ok() ? consequence(edit, m_target.editor->blueprint(), outcome.blueprint, m_target.document->fleet())
                     : refusalText(*outcome.refusal));
    const QString before = QString::fromUtf8(m_target.editor->text());
    showLines(before, outcome.ok() ? QString::fromUtf8(outcome.text) : before);
    grow();
}

/// Never less high than its words, never jumping back while one types.
void EditDialog::grow()
{
    if (!isVisible())
        return;
    body()->activate(); // it, and what it is in, know of the new words only then
    layout()->activate();
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

void EditDialog::showLines(const QString& before, const QString& after)
{
    m_lines->setPlainText(markedLines(before, after));
}

void EditDialog::make()
{
    const Edit edit = m_edit();
    // The blueprint may have moved on under the dialog: then it says so and stays.
    if (m_target.editor->edit(edit))
        return follow();
    Q_EMIT made(edit);
    accept();
}

} // namespace snowmelt
