// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/inspector/fact_list.h"

#include "ui/shell/style/look.h"

#include <QGridLayout>
#include <QLabel>

namespace snowmelt {

namespace {

QList<Fact> known(const QList<Fact>& facts)
{
    QList<Fact> shown;
    for (const Fact& fact : facts) {
        if (!fact.value.isEmpty())
            shown.append(fact);
    }
    return shown;
}

QStringList namesOf(const QList<Fact>& facts)
{
    QStringList names;
    for (const Fact& fact : facts)
        names.append(fact.name);
    return names;
}

/// The smaller letters stand on the line of the name beside them.
void useMono(QLabel* value, const QFont& beside)
{
    const QFont mono = monoFont(TextSize::Small);
    value->setFont(mono);
    value->setContentsMargins(0, qMax(0, QFontMetrics(beside).ascent() - QFontMetrics(mono).ascent()), 0, 0);
}

} // namespace

FactList::FactList(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(2 * metric::unit);
    m_grid->setVerticalSpacing(metric::unit);
    m_grid->setColumnStretch(1, 1);
}

void FactList::setFacts(const QList<Fact>& facts)
{
    const QList<Fact> shown = known(facts);
    if (namesOf(shown) != m_names)
        rebuild(shown);
    for (int i = 0; i < shown.size(); ++i) {
        if (m_values[i]->text() != shown[i].value)
            m_values[i]->setText(shown[i].value);
        if (!shown[i].mono)
            m_values[i]->setFont(textFont(TextSize::Normal, shown[i].strong ? QFont::DemiBold : QFont::Normal));
    }
}

void FactList::rebuild(const QList<Fact>& facts)
{
    qDeleteAll(findChildren<QLabel*>());
    m_values.clear();
    m_names = namesOf(facts);
    for (int i = 0; i < facts.size(); ++i) {
        QLabel* name = makeLabel(facts[i].name, TextSize::Normal, QFont::Normal, Ink::Sub, this);
        QLabel* value = makeLabel({}, TextSize::Normal, QFont::Normal, Ink::Text, this);
        if (facts[i].mono)
            useMono(value, name->font());
        value->setWordWrap(true);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        value->setAccessibleName(facts[i].name);
        m_grid->addWidget(name, i, 0, Qt::AlignTop | Qt::AlignLeft);
        m_grid->addWidget(value, i, 1);
        m_values.append(value);
    }
}

} // namespace snowmelt
