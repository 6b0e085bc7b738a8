// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/image/compare_image_parts.h"

namespace snowmelt {

namespace {

/// A thing with a name as fields, in the order in which they are told.
using AccountFields = QList<std::pair<QString, QString>>;

AccountFields fieldsOf(const UserFact& user)
{
    return {{QStringLiteral("uid"), QString::number(user.uid)},
            {QStringLiteral("gid"), QString::number(user.gid)},
            {QStringLiteral("home"), user.home},
            {QStringLiteral("shell"), user.shell}};
}

AccountFields fieldsOf(const GroupFact& group)
{
    return {{QStringLiteral("gid"), QString::number(group.gid)}, {QStringLiteral("members"), group.members.join(u',')}};
}

QString told(const AccountFields& fields)
{
    QStringList values;
    for (const auto& [name, value] : fields)
        if (!value.isEmpty())
            values.append(value);
    return values.join(u' ');
}

template <typename Fact>
QMap<QString, AccountFields> accountsByName(const QList<Fact>& facts)
{
    QMap<QString, AccountFields> accounts;
    for (const Fact& fact : facts)
        accounts.insert(fact.name, fieldsOf(fact));
    return accounts;
}

QStringList differing(const AccountFields& was, const AccountFields& is)
{
    QStringList names;
    for (qsizetype i = 0; i < was.size(); ++i)
        if (was[i] != is[i])
            names.append(was[i].first);
    return names;
}

template <typename Fact>
QList<ImageDifference> compareNamed(ImagePart part, const QList<Fact>& from, const QList<Fact>& to)
{
    const QMap<QString, AccountFields> were = accountsByName(from);
    const QMap<QString, AccountFields> are = accountsByName(to);
    QMap<QString, AccountFields> all = were;
    all.insert(are);
    QList<ImageDifference> changes;
    for (const QString& name : all.keys()) {
        const QByteArray key = name.toUtf8();
        if (!were.contains(name))
            changes.append({part, ImageChange::Added, key, {}, told(are[name])});
        else if (!are.contains(name))
            changes.append({part, ImageChange::Removed, key, told(were[name]), {}});
        else if (were[name] != are[name])
            changes.append(
                {part, ImageChange::Changed, key, told(were[name]), told(are[name]), differing(were[name], are[name])});
    }
    return changes;
}

} // namespace

QList<ImageDifference> compareAccounts(const Inventory& from, const Inventory& to)
{
    return compareNamed(ImagePart::User, from.users, to.users) + compareNamed(ImagePart::Group, from.groups, to.groups);
}

} // namespace snowmelt
