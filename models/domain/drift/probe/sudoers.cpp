// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/probe/piece.h"

#include <cctype>

namespace snowmelt {

namespace {

// sudo does not read files with a dot or a ~ at the end; sudoers(5).
constexpr auto sudoersText = R"sh(
need head ls
look_into /etc/sudoers.d
text /etc/sudoers
for file in /etc/sudoers.d/*; do
    case ${file##*/} in *.*|*~) continue ;; esac
    text "$file"
done
)sh";

QList<QByteArray> wholeLines(const QByteArray& content)
{
    return nonEmptyLines(QByteArray(content).replace("\\\n", " "));
}

// "#1000" is a user id, "#include" an order; any other # begins a comment unless a backslash or quotes hold it.
qsizetype commentAt(const QByteArray& line)
{
    bool quoted = false;
    for (qsizetype at = 0; at < line.size(); ++at) {
        const char letter = line.at(at);
        if (letter == '\\') {
            ++at;
        } else if (letter == '"') {
            quoted = !quoted;
        } else if (letter == '#' && !quoted) {
            const bool isId = at + 1 < line.size() && std::isdigit(uchar(line.at(at + 1)));
            if (!isId && !line.mid(at).startsWith("#include"))
                return at;
        }
    }
    return -1;
}

QString readSudoers(const QByteArray& body, ProbeFacts& facts)
{
    const auto texts = readNodeTexts(body, facts.nonce);
    if (!texts)
        return nonsense();
    FactTable& table = facts.tables[DriftSection::Sudoers];
    for (const NodeText& text : *texts) {
        for (const QByteArray& line : wholeLines(text.content)) {
            const QByteArray rule = oneSpaced(line.mid(0, commentAt(line)));
            if (rule.isEmpty())
                continue;
            FactRow row;
            row.fields.insert(QStringLiteral("rule"), factValue(rule));
            table.insert(text.path + ": " + rule, row);
        }
    }
    return {};
}

} // namespace

QList<ProbePiece> sudoersPieces()
{
    return {{"sudoers", DriftSection::Sudoers, 10, sudoersText, readSudoers}};
}

} // namespace snowmelt
