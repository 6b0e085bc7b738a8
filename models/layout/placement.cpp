// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/placement.h"

#include "models/layout/metrics.h"
#include "models/layout/section_shape.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace snowmelt::layout {

namespace {

/// Tops of boxes of one height that want to be centred at `wishes`, in a column, without overlap. Keeps the order of
/// wishes and, among equals, the given one.
QList<double> spread(const QList<double>& wishes, double height)
{
    QList<int> order(wishes.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return wishes[a] < wishes[b]; });
    QList<double> tops(wishes.size());
    double free = -std::numeric_limits<double>::infinity();
    double pushed = 0;
    for (int i : order) {
        const double wish = wishes[i] - height / 2;
        tops[i] = std::max(wish, free);
        pushed += tops[i] - wish;
        free = tops[i] + height + rowGap;
    }
    const double back = tops.isEmpty() ? 0 : pushed / double(tops.size());
    for (double& top : tops)
        top = std::round(top - back);
    return tops;
}

QString sideSuffix(Side side)
{
    switch (side) {
    case Side::Blue:
        return QStringLiteral(":blue");
    case Side::Green:
        return QStringLiteral(":green");
    case Side::None:
        break;
    }
    return {};
}

class Placer
{
public:
    Placer(const Parts& parts, double requestRate) : m_parts(parts), m_rate(requestRate) {}

    Placement run()
    {
        m_shapes = shapesOf(m_parts.sections);
        stackSections();
        placeColumns();
        return m_result;
    }

private:
    void stackSections();
    void placeColumns();
    void addClients(double x, const QList<double>& balancerTops);
    void addBalancers(double x, const QList<double>& tops);
    void addSections(double x);
    void addSection(double x, qsizetype index);
    void addDatabases(double x, const QList<double>& tops);
    double centreOf(const QStringList& groups) const;
    QList<double> balancerTops() const;
    QList<double> databaseTops() const;
    QStringList usersOf(const QString& database) const;

    const Parts& m_parts;
    double m_rate;
    QList<SectionShape> m_shapes;
    QList<double> m_tops; ///< of sections
    Placement m_result;
};

void Placer::stackSections()
{
    double y = 0;
    for (qsizetype i = 0; i < m_shapes.size(); ++i) {
        if (i > 0)
            y += m_parts.sections[i].group == m_parts.sections[i - 1].group ? sideGap : rowGap;
        m_tops << y;
        y += m_shapes[i].size.height();
    }
}

/// The middle of the groups' span; of all groups when none is named.
double Placer::centreOf(const QStringList& groups) const
{
    double top = std::numeric_limits<double>::infinity();
    double bottom = -top;
    for (qsizetype i = 0; i < m_shapes.size(); ++i) {
        if (!groups.isEmpty() && !groups.contains(m_parts.sections[i].group))
            continue;
        top = std::min(top, m_tops[i]);
        bottom = std::max(bottom, m_tops[i] + m_shapes[i].size.height());
    }
    if (bottom >= top)
        return (top + bottom) / 2;
    return groups.isEmpty() ? 0 : centreOf({});
}

QList<double> Placer::balancerTops() const
{
    QList<double> wishes;
    for (const BalancerPart& part : m_parts.balancers)
        wishes << centreOf(part.facts.state.serves);
    return spread(wishes, balancerSize.height());
}

QStringList Placer::usersOf(const QString& database) const
{
    QStringList users;
    for (auto it = m_parts.uses.begin(); it != m_parts.uses.end(); ++it)
        if (it.value().contains(database))
            users << it.key();
    return users;
}

QList<double> Placer::databaseTops() const
{
    QList<double> wishes;
    for (const DatabasePart& part : m_parts.databases)
        wishes << centreOf(usersOf(part.facts.state.node.name));
    return spread(wishes, databaseSize.height());
}

void Placer::placeColumns()
{
    const QList<double> tops = balancerTops();
    double x = 0;
    if (!m_parts.balancers.isEmpty()) {
        addClients(x, tops);
        x += clientsSize.width() + clientsToBalancers;
        addBalancers(x, tops);
        x += balancerSize.width() + balancersToGroups;
    }
    if (!m_parts.sections.isEmpty()) {
        addSections(x);
        double width = 0;
        for (const SectionShape& shape : std::as_const(m_shapes))
            width = std::max(width, shape.size.width());
        x += width + groupsToDatabases;
    }
    addDatabases(x, databaseTops());
}

void Placer::addClients(double x, const QList<double>& tops)
{
    const auto [low, high] = std::minmax_element(tops.begin(), tops.end());
    const double centre = (*low + *high + balancerSize.height()) / 2;
    DiagramBox box;
    box.key = box.part = QStringLiteral("clients");
    box.kind = BoxKind::Clients;
    box.planned = std::all_of(m_parts.balancers.begin(), m_parts.balancers.end(),
                              [](const BalancerPart& part) { return part.planned; });
    // Not snapped: the line to a single balancer must be level.
    box.rect = QRectF({x, centre - clientsSize.height() / 2}, clientsSize);
    box.facts = ClientsFigure{m_rate};
    m_result.clients << int(m_result.boxes.size());
    m_result.boxes << box;
}

void Placer::addBalancers(double x, const QList<double>& tops)
{
    for (qsizetype i = 0; i < tops.size(); ++i) {
        const BalancerPart& part = m_parts.balancers[i];
        DiagramBox box;
        box.key = box.part = part.facts.state.node.name;
        box.kind = BoxKind::Balancer;
        box.planned = part.planned;
        box.rect = QRectF({x, tops[i]}, balancerSize);
        box.facts = part.facts;
        m_result.balancers << int(m_result.boxes.size());
        m_result.boxes << box;
    }
}

void Placer::addSections(double x)
{
    for (qsizetype i = 0; i < m_shapes.size(); ++i)
        addSection(x, i);
}

void Placer::addSection(double x, qsizetype index)
{
    const Section& section = m_parts.sections[index];
    const SectionShape& shape = m_shapes[index];
    const int container = int(m_result.boxes.size());
    DiagramBox box;
    box.key = section.group + sideSuffix(section.side);
    box.part = section.group;
    box.kind = BoxKind::Group;
    box.side = section.side;
    box.planned = section.planned;
    box.rect = QRectF({x, m_tops[index]}, shape.size);
    box.facts = section.facts;
    m_result.groups << container;
    m_result.boxes << box;
    // With several groups, or two sides, an edge per node would be a thicket.
    if (m_parts.sections.size() == 1 && !shape.cells && shape.columns == 1 && !section.members.isEmpty())
        m_result.fans << container;
    for (qsizetype i = 0; i < section.members.size(); ++i) {
        const Member& member = section.members[i];
        DiagramBox node;
        node.part = member.facts.state.name;
        node.key = node.part.isEmpty() ? box.key + u"+" + QString::number(i) : node.part;
        node.kind = shape.cells ? BoxKind::Cell : BoxKind::Node;
        node.side = section.side;
        node.planned = member.planned;
        node.container = container;
        node.rect = shape.member(int(i)).translated(box.rect.topLeft());
        node.facts = member.facts;
        m_result.boxes << node;
    }
}

void Placer::addDatabases(double x, const QList<double>& tops)
{
    for (qsizetype i = 0; i < tops.size(); ++i) {
        const DatabasePart& part = m_parts.databases[i];
        DiagramBox box;
        box.key = box.part = part.facts.state.node.name;
        box.kind = BoxKind::Database;
        box.planned = part.planned;
        box.rect = QRectF({x, tops[i]}, databaseSize);
        box.facts = part.facts;
        m_result.databases << int(m_result.boxes.size());
        m_result.boxes << box;
    }
}

} // namespace

Placement place(const Parts& parts, double requestRate)
{
    return Placer(parts, requestRate).run();
}

} // namespace snowmelt::layout
