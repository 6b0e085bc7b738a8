// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/ssh/host_shell.h"

#include "backend/execution/process.h"
#include "models/domain/drift/withheld_text.h"

namespace snowmelt {

namespace {

/// Of each stream, for what a login prints.
constexpr qint64 noiseLimit = 64 * 1024;

QByteArray line(const QByteArray& mark)
{
    return '\n' + mark + '\n';
}

/// What stands behind the mark; nothing without it.
std::optional<QByteArray> behind(const QByteArray& stream, const QByteArray& mark)
{
    const qsizetype at = stream.indexOf(line(mark));
    return at < 0 ? std::nullopt : std::optional(stream.mid(at + mark.size() + 2));
}

QString commandFor(HostRights rights)
{
    return rights == HostRights::Sudo ? QStringLiteral("sudo -n -- /bin/sh -s") : QStringLiteral("/bin/sh -s");
}

} // namespace

ExecRequest shellRequest(const ExecRequest& request, HostRights rights, const QByteArray& mark)
{
    ExecRequest sent = request;
    sent.command = u"exec " + commandFor(rights);
    sent.script = "printf '\\n%s\\n' " + mark + "; printf '\\n%s\\n' " + mark + " >&2\n" + request.script;
    sent.outputLimit = request.outputLimit + noiseLimit;
    return sent;
}

std::optional<ExecResult> scriptResult(const ExecResult& result, const QByteArray& mark)
{
    const std::optional<QByteArray> out = behind(result.out, mark);
    const std::optional<QByteArray> err = behind(result.err, mark);
    if (!out)
        return std::nullopt;
    return ExecResult{result.exitStatus, *out, err.value_or(QByteArray()), result.truncated};
}

Error notAShell(const QString& node, HostRights rights, const ExecResult& result)
{
    const QByteArray& said = result.err.trimmed().isEmpty() ? result.out : result.err;
    return {ErrorCode::RemoteCommandFailed,
            {node, commandFor(rights), QString::number(result.exitStatus)},
            messageWithoutSecrets(lastLines(said.right(noiseLimit)))};
}

// sudo is tried with the very command that is to run by it: it may be allowed that and nothing else, or all but that.
QByteArray rightsScript(const QByteArray& nonce)
{
    QByteArray script = R"sh(me=$(id -u) || exit 1
root=no
if [ "$me" != 0 ]; then
    said=$(echo 'echo NONCE $(id -u) NONCE' | sudo -n -- /bin/sh -s 2> /dev/null)
    case $said in
    *'NONCE 0 NONCE'*) root=yes ;;
    esac
fi
printf '\nNONCE %s %s\n' "$me" "$root"
)sh";
    return script.replace("NONCE", nonce);
}

HostRights rightsSaid(const QByteArray& out, const QByteArray& nonce)
{
    const QByteArray begin = '\n' + nonce + ' ';
    const qsizetype at = out.indexOf(begin);
    const qsizetype end = at < 0 ? -1 : out.indexOf('\n', at + 1);
    const QList<QByteArray> words = end < 0 ? QList<QByteArray>() : out.mid(at + 1, end - at - 1).split(' ');
    bool isNumber = false;
    const int user = words.value(1).toInt(&isNumber);
    if (!isNumber || words.size() != 3)
        return HostRights::Unknown;
    if (user == 0)
        return HostRights::Root;
    return words.at(2) == "yes" ? HostRights::Sudo : HostRights::User;
}

} // namespace snowmelt
