// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/differences/differences_tools.h"

#include "models/domain/code_names.h"
#include "models/items/group_drift_filter.h"
#include "models/items/group_drift_model.h"
#include "models/wording/wording.h"
#include "ui/shell/style/look.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr int textWidth = 240;
constexpr int everySection = -1;
constexpr int everySeverity = -1;

} // namespace

DifferencesTools::DifferencesTools(GroupDriftModel* model, GroupDriftFilter* filter, QWidget* parent)
    : QWidget(parent), m_model(model), m_filter(filter), m_text(new QLineEdit(this)), m_section(new QComboBox(this)),
      m_severity(new QComboBox(this)), m_nodes(new QPushButton(this)), m_menu(new QMenu(this)),
      m_rules(new QPushButton(this)), m_hidden(makeLabel({}, TextSize::Small, QFont::Normal, Ink::Sub, this))
{
    m_text->setObjectName(QStringLiteral("differencesFilter"));
    m_text->setPlaceholderText(tr("Find a thing or a value"));
    m_text->setAccessibleName(tr("Find a thing or a value"));
    m_text->setClearButtonEnabled(true);
    m_text->setMaximumWidth(textWidth);
    m_section->setObjectName(QStringLiteral("differencesSection"));
    m_section->setAccessibleName(tr("Of which kind"));
    m_severity->setObjectName(QStringLiteral("differencesSeverity"));
    m_severity->setAccessibleName(tr("How severe"));
    m_rules->setObjectName(QStringLiteral("differencesRules"));
    m_rules->setCheckable(true);
    m_rules->setToolTip(tr("Shows what rules of the blueprint hide, with the reason of each rule."));
    m_nodes->setObjectName(QStringLiteral("differencesOfNodes"));
    m_nodes->setMenu(m_menu);
    m_nodes->setToolTip(tr("Only what differs on these nodes."));
    m_menu->setObjectName(QStringLiteral("differencesNodesMenu"));
    m_hidden->setObjectName(QStringLiteral("differencesHidden"));
    connect(m_text, &QLineEdit::textChanged, this, &DifferencesTools::apply);
    connect(m_section, &QComboBox::activated, this, &DifferencesTools::apply);
    connect(m_severity, &QComboBox::activated, this, &DifferencesTools::apply);
    connect(m_rules, &QPushButton::toggled, this, &DifferencesTools::hiddenAsked);
    connect(m_menu, &QMenu::triggered, this, &DifferencesTools::chooseNodes);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(2 * metric::unit, 4, 2 * metric::unit, metric::unit);
    row->setSpacing(metric::unit);
    row->addWidget(m_text, 1);
    row->addWidget(m_section);
    row->addWidget(m_severity);
    row->addWidget(m_nodes);
    row->addWidget(m_rules);
    row->addWidget(m_hidden, 1);
    listSeverities();
    follow();
}

void DifferencesTools::listSections()
{
    const QSignalBlocker quiet(m_section);
    const QVariant chosen = m_section->currentData();
    m_section->clear();
    m_section->addItem(tr("Every kind"), everySection);
    for (const DriftSection section : m_model->sections())
        m_section->addItem(sectionText(section), int(section));
    m_section->setCurrentIndex(std::max(0, m_section->findData(chosen)));
}

void DifferencesTools::listSeverities()
{
    m_severity->addItem(tr("Every severity"), everySeverity);
    for (const DriftSeverity severity : allCodes<DriftSeverity>())
        m_severity->addItem(severityMark(severity), int(severity));
}

/// Whatever is filtered: nothing is hidden without a count.
void DifferencesTools::countHidden()
{
    const int count = int(m_model->drift().hidden.size());
    const QSignalBlocker quiet(m_rules);
    m_rules->setChecked(m_model->showsHidden());
    m_rules->setText(tr("%n hidden by rules", nullptr, count));
    m_rules->setVisible(count > 0);
}

void DifferencesTools::listNodes()
{
    m_menu->clear();
    m_menu->addAction(tr("&All nodes"))->setData(QString());
    m_menu->addSeparator();
    for (int column = GroupDriftModel::firstNode; column < m_model->columnCount(); ++column) {
        const QString node = m_model->nodeAt(column);
        QAction* choice = m_menu->addAction(node);
        choice->setData(node);
        choice->setCheckable(true);
        choice->setChecked(m_filter->nodes().contains(node));
    }
}

void DifferencesTools::chooseNodes(const QAction* pressed)
{
    const bool all = pressed->data().toString().isEmpty();
    QSet<QString> nodes;
    for (QAction* choice : m_menu->actions()) {
        if (all)
            choice->setChecked(false);
        else if (choice->isChecked())
            nodes << choice->data().toString();
    }
    m_filter->setNodes(nodes);
    apply();
}

void DifferencesTools::follow()
{
    listSections();
    QSet<QString> there;
    for (int column = GroupDriftModel::firstNode; column < m_model->columnCount(); ++column)
        there << m_model->nodeAt(column);
    m_filter->setNodes(QSet<QString>(m_filter->nodes()).intersect(there));
    listNodes();
    countHidden();
    apply();
}

void DifferencesTools::clear()
{
    const QSignalBlocker quiet(m_text);
    m_text->clear();
    m_section->setCurrentIndex(0);
    m_severity->setCurrentIndex(0);
    m_filter->setNodes({});
    listNodes();
    apply();
}

void DifferencesTools::apply()
{
    const int section = m_section->currentData().toInt();
    m_filter->setText(m_text->text());
    m_filter->setSection(section == everySection ? std::nullopt : std::optional(DriftSection(section)));
    const int severity = m_severity->currentData().toInt();
    m_filter->setSeverity(severity == everySeverity ? std::nullopt : std::optional(DriftSeverity(severity)));
    const int chosen = int(m_filter->nodes().size());
    m_nodes->setText(chosen == 0 ? tr("All nodes") : tr("%n node(s)", nullptr, chosen));
    const int hidden = m_model->allRows() - m_filter->shownRows();
    m_hidden->setText(hidden > 0 ? tr("%n row(s) hidden by the filter", nullptr, hidden) : QString());
    Q_EMIT changed();
}

} // namespace snowmelt
