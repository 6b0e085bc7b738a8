// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/images/running_line.h"

#include "models/wording/wording.h"
#include "ui/shell/style/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace snowmelt {

namespace {

constexpr int runningBarWidth = 25 * metric::unit;

} // namespace

RunningLine::RunningLine(QWidget* parent)
    : QWidget(parent), m_what(makeLabel({}, TextSize::Normal, QFont::Normal, Ink::Sub, this)),
      m_bar(new QProgressBar(this)), m_cancel(new QPushButton(tr("&Cancel"), this))
{
    m_what->setObjectName(QStringLiteral("runningWhat"));
    m_bar->setObjectName(QStringLiteral("runningBar"));
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(runningBarWidth);
    m_cancel->setObjectName(QStringLiteral("runningCancel"));
    m_cancel->setAutoDefault(false);
    connect(m_cancel, &QPushButton::clicked, this, &RunningLine::cancelAsked);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(2 * metric::unit, metric::unit, 2 * metric::unit, metric::unit);
    row->setSpacing(metric::unit);
    row->addWidget(m_what, 1);
    row->addWidget(m_bar);
    row->addWidget(m_cancel);
    QVBoxLayout* column = makeColumn(this, 0);
    column->setSpacing(0);
    column->addWidget(makeRule(this));
    column->addLayout(row);
    hide();
}

void RunningLine::begin(const QString& what)
{
    m_what->setText(what);
    m_bar->hide();
    m_cancel->setEnabled(true);
    show();
}

/// The first word of an operation stays: "looking" alone says less.
void RunningLine::follow(const Progress& progress)
{
    m_bar->setVisible(progress.total > 0);
    m_bar->setRange(0, progress.total);
    m_bar->setValue(progress.done);
    m_bar->setAccessibleName(m_what->text());
}

void RunningLine::cancelling()
{
    m_what->setText(tr("Cancelling…"));
    m_cancel->setEnabled(false);
}

void RunningLine::end()
{
    hide();
}

} // namespace snowmelt
