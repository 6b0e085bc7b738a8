// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rehearsal/more_choices.h"

#include "ui/shell/rehearsal/choices.h"
#include "ui/shell/style/look.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

namespace snowmelt {

namespace {

constexpr int longestDeadline = 24 * 3600;
constexpr int numberWidth = 104;
constexpr double gateOff = -0.1; ///< the stop below zero

} // namespace

MoreChoices::MoreChoices(QWidget* parent) : QWidget(parent)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(metric::unit);
    grid->setVerticalSpacing(metric::unit);
    makeDeadlines(grid);
    makeGates(grid);
    m_keepGreen = new QCheckBox(tr("&Keep green for a look when it fails"), this);
    m_keepGreen->setObjectName(QStringLiteral("keepGreen"));
    m_keepGreen->setToolTip(tr("Blue serves then; green stays without traffic until you remove it."));
    grid->addWidget(m_keepGreen, 2, 0, 1, 2);
    grid->setColumnMinimumWidth(2, 2 * metric::unit);
    grid->setColumnStretch(5, 1);
    connect(m_keepGreen, &QCheckBox::toggled, this, &MoreChoices::changed);
}

void MoreChoices::addField(QGridLayout* grid, int row, int column, const QString& label, QWidget* field,
                           const QString& meaning)
{
    QLabel* words = makeLabel(label, TextSize::Normal, QFont::Normal, Ink::Sub, this);
    words->setBuddy(field);
    field->setToolTip(meaning);
    field->setAccessibleDescription(meaning);
    grid->addWidget(words, row, column);
    grid->addWidget(field, row, column + 1);
}

void MoreChoices::makeDeadlines(QGridLayout* grid)
{
    const DeployOptions usual;
    const auto seconds = [this](const QString& name, int value) {
        auto* field = new QSpinBox(this);
        field->setObjectName(name);
        field->setRange(1, longestDeadline);
        field->setValue(value);
        field->setSuffix(tr(" s"));
        field->setMinimumWidth(numberWidth);
        connect(field, &QSpinBox::valueChanged, this, &MoreChoices::typed);
        return field;
    };
    m_drain = seconds(QStringLiteral("drainDeadline"), usual.drainSeconds);
    m_health = seconds(QStringLiteral("healthDeadline"), usual.healthSeconds);
    addField(grid, 0, 0, tr("&Drain at most"), m_drain,
             tr("How long blue’s open sessions may last. After it nothing is cut: a person decides."));
    addField(grid, 1, 0, tr("&Healthy within"), m_health,
             tr("How long green may take until it is healthy. After it green is removed; blue serves all the while."));
}

void MoreChoices::makeGates(QGridLayout* grid)
{
    const Gates usual;
    const auto number = [this](const QString& name, double least, double most, const QString& suffix) {
        auto* field = new QDoubleSpinBox(this);
        field->setObjectName(name);
        field->setDecimals(1);
        field->setSingleStep(0.1);
        field->setRange(least, most);
        field->setSuffix(suffix);
        field->setSpecialValueText(tr("off"));
        field->setMinimumWidth(numberWidth);
        connect(field, &QDoubleSpinBox::valueChanged, this, &MoreChoices::typed);
        return field;
    };
    m_failed = number(QStringLiteral("failedGate"), gateOff, 100, tr(" %"));
    m_failed->setValue(usual.failedPercent);
    m_latency = number(QStringLiteral("latencyGate"), 0, 100, tr(" × blue’s"));
    m_latency->setValue(usual.latencyFactor);
    m_checks = new QLineEdit(this);
    m_checks->setObjectName(QStringLiteral("ownChecks"));
    m_checks->setPlaceholderText(tr("/ready, /version"));
    connect(m_checks, &QLineEdit::textEdited, this, &MoreChoices::typed);
    addField(grid, 0, 3, tr("&Failed requests at most"), m_failed,
             tr("More of green’s requests failing gives the traffic back to blue by itself."));
    addField(grid, 1, 3, tr("&Latency at most"), m_latency,
             tr("Green’s p95 against blue’s before the switch, by Snowmelt’s own probes."));
    addField(grid, 2, 3, tr("&Own checks"), m_checks,
             tr("Paths that each green node must answer with 200 while blue is still there."));
    grid->addWidget(m_checks, 2, 4, 1, 2);
}

DeployOptions MoreChoices::options() const
{
    DeployOptions options;
    options.drainSeconds = m_drain->value();
    options.healthSeconds = m_health->value();
    options.gates.failedPercent = m_failed->value() < 0 ? -1 : m_failed->value();
    options.gates.latencyFactor = m_latency->value();
    options.gates.checks = readCheckPaths(m_checks->text()).paths;
    options.keepGreen = m_keepGreen->isChecked();
    return options;
}

QString MoreChoices::problem() const
{
    const QStringList wrong = readCheckPaths(m_checks->text()).wrong;
    if (wrong.isEmpty())
        return {};
    return tr("“%1” is no path. Own checks are paths that begin with a slash, as in /ready.").arg(wrong.first());
}

} // namespace snowmelt
