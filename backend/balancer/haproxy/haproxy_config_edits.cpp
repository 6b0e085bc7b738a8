// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/balancer/haproxy/haproxy_config_edits.h"

#include "backend/balancer/haproxy/haproxy_config.h"
#include "backend/balancer/haproxy/haproxy_config_words.h"

#include <algorithm>
#include <vector>

namespace snowmelt {
namespace {

bool namesStateFile(const QStringList& words)
{
    static const QStringList keywords{QStringLiteral("server-state-file"), QStringLiteral("server-state-base"),
                                      QStringLiteral("server-state-file-name"),
                                      QStringLiteral("load-server-state-from-file")};
    return !words.isEmpty() && keywords.contains(words.first());
}

struct SpokenLine
{
    int number = 0; ///< from 1
    QStringList words;
};

QList<SpokenLine> spokenLines(const QByteArray& text)
{
    QList<SpokenLine> lines;
    int number = 0;
    for (const QByteArray& line : text.split('\n')) {
        const QStringList words = configWords(line);
        ++number;
        if (!words.isEmpty() && !namesStateFile(words))
            lines << SpokenLine{number, words};
    }
    return lines;
}

/// The lines of a longest common subsequence: `inOne[i]` when line i of one is in the other.
struct Common
{
    std::vector<bool> inOne;
    std::vector<bool> inOther;
};

Common commonLines(const QList<SpokenLine>& one, const QList<SpokenLine>& other)
{
    const auto rows = static_cast<size_t>(one.size());
    const auto columns = static_cast<size_t>(other.size());
    std::vector<std::vector<int>> length(rows + 1, std::vector<int>(columns + 1, 0));
    const auto same = [&](size_t i, size_t j) {
        return one.at(static_cast<qsizetype>(i)).words == other.at(static_cast<qsizetype>(j)).words;
    };
    for (size_t i = rows; i-- > 0;)
        for (size_t j = columns; j-- > 0;)
            length[i][j] = same(i, j) ? length[i + 1][j + 1] + 1 : std::max(length[i + 1][j], length[i][j + 1]);
    Common common{std::vector<bool>(rows, false), std::vector<bool>(columns, false)};
    for (size_t i = 0, j = 0; i < rows && j < columns;) {
        if (same(i, j))
            common.inOne[i++] = common.inOther[j++] = true;
        else if (length[i + 1][j] >= length[i][j + 1])
            ++i;
        else
            ++j;
    }
    return common;
}

/// "server a1", "timeout server": what the line is about.
QStringList subjectOf(const SpokenLine& line)
{
    return line.words.mid(0, 2);
}

/// A line as it may be told, journaled and exported: what follows a word that names a secret is left out.
QString withoutSecret(const QByteArray& line, const QStringList& words)
{
    static const QStringList names{
        QStringLiteral("auth"),          QStringLiteral("password"), QStringLiteral("insecure-password"),
        QStringLiteral("authorization"), QStringLiteral("setenv"),   QStringLiteral("presetenv")};
    const auto name = std::ranges::find_if(words, [](const QString& word) { return names.contains(word.toLower()); });
    if (name == words.cend() || std::next(name) == words.cend())
        return QString::fromUtf8(line.trimmed());
    return QStringList(words.cbegin(), std::next(name)).join(u' ') + QStringLiteral(" …");
}

/// The words after the address that say no mode.
QByteArrayList furtherWords(const QByteArrayList& words)
{
    QByteArrayList kept;
    for (qsizetype i = 3; i < words.size(); ++i) {
        if (words.at(i) == "weight")
            ++i;
        else if (words.at(i) != "disabled")
            kept << words.at(i);
    }
    return kept;
}

/// The truth of one server line in place of the one it had.
QByteArray withPlacement(const QByteArray& line, const SlotPlacement& placement)
{
    QByteArray out = haproxyServerLine(placement).chopped(1);
    const QByteArrayList further = furtherWords(line.simplified().split(' '));
    return further.isEmpty() ? out : out + ' ' + further.join(' ');
}

const BackendPlacement* backendNamed(const BalancerConfig& config, const QString& group)
{
    const auto it = std::ranges::find(config.backends, group, &BackendPlacement::group);
    return it == config.backends.end() ? nullptr : &*it;
}

SlotPlacement placementIn(const BackendPlacement* backend, const QString& slot)
{
    const QList<SlotPlacement> all = backend ? backend->placements : QList<SlotPlacement>();
    const auto it = std::ranges::find(all, slot, &SlotPlacement::slot);
    return it == all.end() ? SlotPlacement{slot, {}, 0, SlotMode::Free} : *it;
}

} // namespace

QList<ConfigEdit> editsByHand(const QByteArray& text, const QByteArray& own)
{
    const QList<SpokenLine> there = spokenLines(text);
    const QList<SpokenLine> ours = spokenLines(own);
    const Common common = commonLines(there, ours);
    const QByteArrayList lines = text.split('\n');
    QList<ConfigEdit> edits;
    QList<QStringList> subjects;
    for (qsizetype i = 0; i < there.size(); ++i) {
        if (common.inOne[static_cast<size_t>(i)])
            continue;
        edits << ConfigEdit{there.at(i).number, withoutSecret(lines.at(there.at(i).number - 1), there.at(i).words)};
        subjects << subjectOf(there.at(i));
    }
    for (qsizetype i = 0; i < ours.size(); ++i) {
        const bool isThere = common.inOther[static_cast<size_t>(i)] || subjects.contains(subjectOf(ours.at(i)));
        if (!isThere) // a line that was changed is told once, as it is now
            edits << ConfigEdit{0, ours.at(i).words.join(u' ')};
    }
    return edits;
}

std::optional<QByteArray> editedConfig(const QByteArray& text, const BalancerConfig& wanted)
{
    const Result<BalancerConfig> there = readHaproxyConfig(text);
    if (!there)
        return std::nullopt;
    QByteArrayList lines;
    QString section;
    for (const QByteArray& line : text.split('\n')) {
        const QStringList words = configWords(line);
        if (namesStateFile(words))
            continue;
        if (!words.isEmpty() && beginsSection(words.first()))
            section = words.first() == u"backend" ? words.value(1) : QString();
        const BackendPlacement* now = backendNamed(*there, section);
        const bool isServer = now && words.value(0) == u"server";
        const SlotPlacement next = isServer ? placementIn(backendNamed(wanted, section), words.at(1)) : SlotPlacement();
        const bool moves = isServer && !(next == placementIn(now, words.at(1)));
        lines << (moves ? withPlacement(line, next) : line);
    }
    const QByteArray edited = lines.join('\n');
    const Result<BalancerConfig> result = readHaproxyConfig(edited);
    const bool says = result.ok() && normalised(result.value()) == normalised(wanted);
    return says ? std::optional(edited) : std::nullopt;
}

QString stateFileOf(const QByteArray& text, const QString& group)
{
    QString file;
    QString base;
    QString from = QStringLiteral("none");
    QString local = group;
    QStringList section;
    for (const QByteArray& line : text.split('\n')) {
        const QStringList words = configWords(line);
        const QString keyword = words.value(0);
        if (beginsSection(keyword))
            section = words;
        const bool counts =
            section.value(0) == u"defaults" || (section.value(0) == u"backend" && section.value(1) == group);
        if (keyword == u"server-state-file")
            file = words.value(1);
        else if (keyword == u"server-state-base")
            base = words.value(1);
        else if (keyword == u"load-server-state-from-file" && counts)
            from = words.value(1);
        else if (keyword == u"server-state-file-name" && counts)
            local = words.value(1, QStringLiteral("use-backend-name"));
    }
    const QString name = from == u"global" ? file : from == u"local" ? local : QString();
    const QString path = from == u"local" && name == u"use-backend-name" ? group : name;
    return path.isEmpty() || path.startsWith(u'/') || base.isEmpty() ? path : QString(base + u'/' + path);
}

} // namespace snowmelt
