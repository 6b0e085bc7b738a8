// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/blueprint/host_reader.h"

#include "models/domain/drift/drift.h"
#include "models/domain/ssh/host_ranges.h"

#include <QRegularExpression>

namespace snowmelt {

namespace {

constexpr int shownOfHost = 80;

const QString givenKey = QStringLiteral("hosts");

/// A name for a resolver or OpenSSH's configuration, or an address; nothing a program could take for an option.
bool isHost(const QString& text)
{
    static const QRegularExpression name(QStringLiteral("\\A[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}\\z"));
    static const QRegularExpression address(QStringLiteral("\\A[0-9A-Fa-f:]*:[0-9A-Fa-f:.]{1,45}\\z"));
    return name.match(text).hasMatch() || address.match(text).hasMatch();
}

QString expectedBy(HostRangeProblemCode code)
{
    switch (code) {
    case HostRangeProblemCode::Unclosed:
    case HostRangeProblemCode::NotOpened:
        return QStringLiteral("as many [ as ]");
    case HostRangeProblemCode::Nested:
        return QStringLiteral("no [ between brackets");
    case HostRangeProblemCode::EmptyItem:
    case HostRangeProblemCode::BadItem:
        return QStringLiteral("a range such as [01-40], [a-c] or [1,3,7-9]");
    case HostRangeProblemCode::Backwards:
        return QStringLiteral("a range that counts upwards");
    case HostRangeProblemCode::BadPadding:
        return QStringLiteral("both ends of a range with as many digits, such as [01-40]");
    case HostRangeProblemCode::TooMany:
        return QStringLiteral("at most 10000 hosts");
    }
    return {};
}

QString shown(const QString& text)
{
    return displayText(text.toUtf8()).left(shownOfHost);
}

} // namespace

bool HostReader::given() const
{
    return m_blueprint.platform.kind == QStringLiteral("ssh");
}

QStringList HostReader::hostsOf(MappingReader& part, const YamlNode& name)
{
    const QStringList hosts = listed(part, name);
    for (const QString& host : hosts)
        m_nodes.insert(host.toLower(), m_owners.value(host.toLower()));
    return hosts;
}

QStringList HostReader::oneHostOf(MappingReader& part, const YamlNode& name)
{
    const QStringList hosts = listed(part, name);
    if (hosts.size() > 1)
        report(*part.find(givenKey), QString::number(hosts.size()), QStringLiteral("one machine"));
    return hosts;
}

QStringList HostReader::listed(MappingReader& part, const YamlNode& name)
{
    if (!given()) {
        refuse(part, {givenKey});
        return {};
    }
    part.require(givenKey);
    QStringList hosts;
    part.eachItem(givenKey, [&](const YamlNode& item) {
        if (item.kind == YamlNode::Kind::Scalar)
            read(item, name.text, hosts);
        else
            part.report(ProblemCode::WrongType, item, {givenKey, QStringLiteral("a list of text")});
    });
    const YamlNode* list = part.find(givenKey);
    if (list && list->kind == YamlNode::Kind::Sequence && list->items.isEmpty())
        report(*list, QStringLiteral("[]"), QStringLiteral("at least one name"));
    return hosts;
}

void HostReader::refuse(const MappingReader& part, const QStringList& keys)
{
    const QString& kind = m_blueprint.platform.kind;
    if (!given() && kind != u"podman" && kind != u"simulation")
        return; // that there is no such platform is said, and what it may be is not known
    for (const auto& [key, value] : part.node().entries)
        if (keys.contains(key.text))
            m_problems.append({ProblemCode::NotOnPlatform, key.line, key.column, {key.text, kind}});
}

void HostReader::read(const YamlNode& item, const QString& part, QStringList& hosts)
{
    const HostRange range = expandHostRange(item.text, hostRangeLimit - m_owners.size());
    if (range.problem)
        return report(item, item.text, expectedBy(range.problem->code));
    for (const QString& host : range.names) {
        if (!isHost(host))
            return report(item, host, QStringLiteral("a host name or an address"));
        add(item, part, host, hosts);
    }
}

void HostReader::add(const YamlNode& item, const QString& part, const QString& host, QStringList& hosts)
{
    const QString key = host.toLower();
    const auto owner = m_owners.constFind(key);
    if (owner == m_owners.cend()) {
        m_owners.insert(key, {part, &item});
        hosts.append(host);
    } else if (owner->part == part) {
        report(item, host, QStringLiteral("each one once"));
    } else {
        m_problems.append({ProblemCode::DuplicateName, item.line, item.column, {host, owner->part}});
    }
}

void HostReader::report(const YamlNode& item, const QString& value, const QString& expected)
{
    m_problems.append({ProblemCode::BadValue, item.line, item.column, {givenKey, shown(value), expected}});
}

void HostReader::checkNames(const QList<Mention>& partNames)
{
    for (const Mention& part : partNames) {
        const auto owner = m_nodes.constFind(part.name);
        if (owner != m_nodes.cend())
            m_problems.append(
                {ProblemCode::DuplicateName, owner->item->line, owner->item->column, {part.name, part.key}});
    }
}

} // namespace snowmelt
