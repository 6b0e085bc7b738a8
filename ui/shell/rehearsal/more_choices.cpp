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

#include <utility>

namespace snowmelt {

namespace {

constexpr int longestDeadline = 24 * 3600;
constexpr int numberWidth = 104;
constexpr double gateOff = -0.1; ///< the stop below zero

} // namespace

MoreChoices::MoreChoices(QGridLayout* grid, QWidget* page) : QObject(page), m_page(page)
{
    makeDeadlines(grid);
    makeGates(grid);
    m_keepGreen = new QCheckBox(tr("&Keep green for a look when it fails"), page);
    m_keepGreen->setObjectName(QStringLiteral("keepGreen"));
    m_keepGreen->setToolTip(tr("Blue serves then; green stays without traffic until you remove it."));
    grid->addWidget(m_keepGreen, 3, ChoiceName, 1, 2);
    m_parts.append(m_keepGreen);
    connect(m_keepGreen, &QCheckBox::toggled, this, &MoreChoices::changed);
}

void MoreChoices::setVisible(bool visible)
{
    for (QWidget* part : std::as_const(m_parts))
        part->setVisible(visible);
}

void MoreChoices::addField(QGridLayout* grid, int row, ChoiceColumn column, const QString& label, QWidget* field,
                           const QString& meaning)
{
    QLabel* words = makeLabel(label, TextSize::Normal, QFont::Normal, Ink::Sub, m_page);
    field->setToolTip(meaning);
    field->setAccessibleDescription(meaning);
    addChoice(grid, row, column, words, field);
    m_parts << words << field;
}

void MoreChoices::makeDeadlines(QGridLayout* grid)
{
    const DeployOptions usual;
    const auto seconds = [this](const QString& name, int value) {
        auto* field = new QSpinBox(m_page);
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
    addField(grid, 1, ChoiceName, tr("&Drain at most"), m_drain,
             tr("How long blue’s open sessions may last. After it nothing is cut: a person decides."));
    addField(grid, 2, ChoiceName, tr("&Healthy within"), m_health,
             tr("How long green may take until it is healthy. After it green is removed; blue serves all the while."));
}

void MoreChoices::makeGates(QGridLayout* grid)
{
    const Gates usual;
    const auto number = [this](const QString& name, double least, double most, const QString& suffix) {
        auto* field = new QDoubleSpinBox(m_page);
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
    m_checks = new QLineEdit(m_page);
    m_checks->setObjectName(QStringLiteral("ownChecks"));
    m_checks->setPlaceholderText(tr("/ready, /version"));
    connect(m_checks, &QLineEdit::textEdited, this, &MoreChoices::typed);
    addField(grid, 1, SecondName, tr("&Failed requests at most"), m_failed,
             tr("More of green’s requests failing gives the traffic back to blue by itself."));
    addField(grid, 2, SecondName, tr("&Latency at most"), m_latency,
             tr("Green’s p95 against blue’s before the switch, by Snowmelt’s own probes."));
    addField(grid, 3, SecondName, tr("&Own checks"), m_checks,
             tr("Paths that each green node must answer with 200 while blue is still there."));
    grid->addWidget(m_checks, 3, SecondField, 1, 2); // paths are long
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
