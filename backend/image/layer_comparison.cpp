// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/layer_comparison.h"

#include "models/domain/code_names.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr int shownDigits = 12;

QString shown(const QByteArray& bytes)
{
    return QString::fromUtf8(bytes);
}

/// Each property of a member as a short text, in a fixed order; empty: it has none.
QStringList propertiesOf(const LayerMember& member)
{
    const bool hasData = member.type == FileType::File && member.sameAs.isEmpty();
    return {
        codeName(member.type),
        QStringLiteral("%1").arg(member.mode, 4, 8, QLatin1Char('0')),
        QStringLiteral("%1:%2").arg(member.uid).arg(member.gid),
        hasData ? QStringLiteral("%1 B").arg(member.size) : QString(),
        hasData ? QString(QStringLiteral("sha256:") + shown(member.sha256.left(shownDigits))) : QString(),
        QDateTime::fromSecsSinceEpoch(member.changedAt, Qt::UTC).toString(Qt::ISODate),
        member.target.isEmpty() ? QString() : QString(QStringLiteral("→ ") + shown(member.target)),
        member.sameAs.isEmpty() ? QString() : QString(QStringLiteral("= ") + shown(member.sameAs)),
        shown(member.device),
        shown(member.attributes),
    };
}

QString joinedTexts(QStringList texts)
{
    texts.removeAll(QString());
    return texts.join(u' ');
}

ImageDifference changedMember(const LayerMember& was, const LayerMember& is)
{
    const QStringList before = propertiesOf(was);
    const QStringList after = propertiesOf(is);
    QStringList differsBefore;
    QStringList differsAfter;
    for (qsizetype i = 0; i < before.size(); ++i) {
        if (before[i] == after[i])
            continue;
        differsBefore.append(before[i]);
        differsAfter.append(after[i]);
    }
    if (differsBefore.isEmpty()) // sums that begin alike
        return {ImagePart::File, ImageChange::Changed, was.path, shown(was.sha256), shown(is.sha256)};
    return {ImagePart::File, ImageChange::Changed, was.path, joinedTexts(differsBefore), joinedTexts(differsAfter)};
}

QMap<QByteArray, LayerMember> byPath(const QList<LayerMember>& members)
{
    QMap<QByteArray, LayerMember> sorted;
    for (const LayerMember& member : members)
        sorted.insert(member.path, member);
    return sorted;
}

QList<QByteArray> sharedPaths(const QList<LayerMember>& members, const QMap<QByteArray, LayerMember>& others)
{
    QList<QByteArray> paths;
    for (const LayerMember& member : members)
        if (others.contains(member.path))
            paths.append(member.path);
    return paths;
}

/// Of the paths that both have, the first place at which another one stands.
QList<ImageDifference> otherOrder(const QList<QByteArray>& was, const QList<QByteArray>& is)
{
    const auto [before, after] = std::mismatch(was.begin(), was.end(), is.begin(), is.end());
    if (before == was.end() && after == is.end())
        return {};
    const QByteArray first = before == was.end() ? *after : *before;
    const auto place = [](const auto& list, const auto& at) {
        return at == list.end() ? QString() : QString(QStringLiteral("%1. ").arg(at - list.begin() + 1) + shown(*at));
    };
    return {{ImagePart::File, ImageChange::Changed, first, place(was, before), place(is, after)}};
}

} // namespace

QList<ImageDifference> compareMembers(const QList<LayerMember>& was, const QList<LayerMember>& is)
{
    const QMap<QByteArray, LayerMember> before = byPath(was);
    const QMap<QByteArray, LayerMember> after = byPath(is);
    QList<ImageDifference> differences;
    for (const LayerMember& member : before) {
        const auto other = after.constFind(member.path);
        if (other == after.cend())
            differences.append(
                {ImagePart::File, ImageChange::Removed, member.path, joinedTexts(propertiesOf(member)), {}});
        else if (*other != member)
            differences.append(changedMember(member, *other));
    }
    for (const LayerMember& member : after)
        if (!before.contains(member.path))
            differences.append(
                {ImagePart::File, ImageChange::Added, member.path, {}, joinedTexts(propertiesOf(member))});
    differences += otherOrder(sharedPaths(was, after), sharedPaths(is, before));
    std::ranges::stable_sort(differences, {}, &ImageDifference::key);
    return differences;
}

} // namespace snowmelt
