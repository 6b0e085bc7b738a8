// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/probe/piece.h"

#include <QCryptographicHash>

namespace snowmelt {

namespace {

constexpr auto usersText = R"sh(
cut -d : -f 1,3- /etc/passwd
)sh";

constexpr auto groupsText = R"sh(
cut -d : -f 1,3- /etc/group
)sh";

constexpr auto accountsText = R"sh(
for file in $account_files; do
    [ -f "$file" ] && [ ! -L "$file" ] || continue
    hash=$(sha256sum < "$file")
    case $accounts in *" $file:${hash%% *} "*) continue ;; esac
    [ "$(wc -l < "$file")" -le 2000 ] || continue
    while IFS= read -r line || [ -n "$line" ]; do
        hash=$(printf '%s\n%s' "$nonce" "$line" | sha256sum)
        printf '%s\t%s\t%s\n' "$file" "${line%%:*}" "${hash%% *}"
    done < "$file"
done
)sh";

std::optional<int> accountNumber(const QByteArray& text)
{
    bool ok = false;
    const uint value = text.toUInt(&ok);
    return ok ? std::optional<int>(int(value)) : std::nullopt;
}

QString readUsers(const QByteArray& body, ProbeFacts& facts)
{
    for (const QByteArray& line : nonEmptyLines(body)) {
        const QList<QByteArray> words = line.split(':'); // name, uid, gid, comment, home, shell
        if (words.size() != 6)
            return nonsense();
        const auto uid = accountNumber(words.at(1));
        const auto gid = accountNumber(words.at(2));
        if (!uid || !gid)
            return nonsense();
        facts.users.append({QString::fromUtf8(words.at(0)), *uid, *gid, QString::fromUtf8(words.at(4)),
                            QString::fromUtf8(words.at(5))});
    }
    return {};
}

QString readGroups(const QByteArray& body, ProbeFacts& facts)
{
    for (const QByteArray& line : nonEmptyLines(body)) {
        const QList<QByteArray> words = line.split(':'); // name, gid, members
        const auto gid = words.size() == 3 ? accountNumber(words.at(1)) : std::nullopt;
        if (!gid)
            return nonsense();
        QStringList members = QString::fromUtf8(words.at(2)).split(u',', Qt::SkipEmptyParts);
        members.sort();
        facts.groups.append({QString::fromUtf8(words.at(0)), *gid, members});
    }
    return {};
}

QString readAccounts(const QByteArray& body, ProbeFacts& facts)
{
    for (const QByteArray& line : nonEmptyLines(body)) {
        const QList<QByteArray> words = line.split('\t');
        if (words.size() != 3 || words.at(2).size() != 64)
            return nonsense();
        facts.accounts[words.at(0)].append({words.at(1), words.at(2)});
    }
    return {};
}

} // namespace

QList<ProbePiece> accountPieces()
{
    return {{"users", DriftSection::Users, ProbePiece::Quick, usersText, readUsers, 100'000},
            {"groups", DriftSection::Groups, ProbePiece::Quick, groupsText, readGroups, 100'000},
            {"accounts", DriftSection::Users, ProbePiece::Quick, accountsText, readAccounts, 100'000}};
}

const QList<QByteArray>& accountFilePaths()
{
    static const QList<QByteArray> paths{"/etc/passwd",  "/etc/shadow", "/etc/group",
                                         "/etc/gshadow", "/etc/subuid", "/etc/subgid"};
    return paths;
}

QList<AccountLine> accountLines(const QByteArray& content, const QByteArray& nonce)
{
    QList<AccountLine> result;
    QList<QByteArray> all = content.split('\n');
    if (all.last().isEmpty())
        all.removeLast();
    for (const QByteArray& line : std::as_const(all)) {
        const QByteArray salted = nonce + '\n' + line;
        const QByteArray digest = QCryptographicHash::hash(salted, QCryptographicHash::Sha256).toHex();
        result.append({line.left(qMax<qsizetype>(line.indexOf(':'), 0)), digest});
    }
    return result;
}

} // namespace snowmelt
