// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/history/report_step.h"

#include "ui/shell/recovery/step_table.h"
#include "ui/shell/rehearsal/command_box.h"
#include "ui/shell/style/glyph.h"
#include "ui/shell/style/look.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace snowmelt {

namespace {

QLabel* verbatim(const QStringList& lines, QWidget* parent)
{
    QLabel* label = makeLabel(lines.join(u'\n'), TextSize::Small, QFont::Normal, Ink::Sub, parent);
    label->setFont(monoFont(TextSize::Small));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QString whenText(const ReportStepText& step)
{
    QStringList words{step.state, step.began, step.took};
    words.removeAll(QString());
    return words.join(QStringLiteral(" · "));
}

} // namespace

ReportStep::ReportStep(int number, const ReportStepText& step, QWidget* parent)
    : QWidget(parent), m_grid(new QGridLayout(this))
{
    const bool begun = step.end != StepEnd::NotBegun;
    setObjectName(QStringLiteral("reportStep%1").arg(number));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(metric::unit);
    m_grid->setVerticalSpacing(metric::unit / 2);
    m_grid->setColumnStretch(1, 1);
    const int weight = begun ? QFont::DemiBold : QFont::Normal;
    QLabel* title = makeLabel(step.title, TextSize::Normal, weight, begun ? Ink::Text : Ink::Faint, this);
    title->setWordWrap(true);
    QLabel* when = makeLabel(whenText(step), TextSize::Normal, QFont::Normal, begun ? Ink::Sub : Ink::Faint, this);
    m_grid->addWidget(new Glyph(stepEndIcon(step.end), stepEndInk(step.end), this), 0, 0, Qt::AlignTop);
    m_grid->addWidget(title, 0, 1);
    when->setContentsMargins(0, 0, metric::unit, 0); // ends where the text of the button under it does
    m_grid->addWidget(when, 0, 2, Qt::AlignTop | Qt::AlignRight);
    if (!step.trouble.isEmpty()) {
        QLabel* trouble = makeLabel(step.trouble, TextSize::Normal, QFont::Normal, Ink::Red, this);
        trouble->setWordWrap(true);
        trouble->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        m_grid->addWidget(trouble, m_grid->rowCount(), 1, 1, 2);
    }
    const int row = m_grid->rowCount();
    if (!step.observed.isEmpty())
        m_grid->addWidget(verbatim(step.observed, this), row, 1);
    if (!step.commands.isEmpty())
        addCommands(step.commands, step.title, row);
}

void ReportStep::addCommands(const QStringList& commands, const QString& name, int row)
{
    auto* toggle = new QPushButton(this);
    toggle->setObjectName(QStringLiteral("reportCommands"));
    toggle->setAccessibleDescription(name);
    toggle->setCheckable(true);
    toggle->setAutoDefault(false);
    makeQuiet(toggle);
    setQuietText(toggle, tr("Show the commands"));
    auto* lines = new CommandBox(tr("Commands"), commands.join(u'\n'), this); // what was seen has no box
    lines->setObjectName(QStringLiteral("reportCommandLines"));
    lines->hide();
    connect(toggle, &QPushButton::toggled, this, [toggle, lines](bool shown) {
        lines->setVisible(shown);
        setQuietText(toggle, shown ? tr("Hide the commands") : tr("Show the commands"));
    });
    m_grid->addWidget(toggle, row, 2, Qt::AlignTop | Qt::AlignRight);
    m_grid->addWidget(lines, m_grid->rowCount(), 1, 1, 2);
}

} // namespace snowmelt
