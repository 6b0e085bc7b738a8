// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/buildhost/host_calls.h"

#include "backend/execution/process.h"
#include "models/domain/drift/withheld_text.h"

#include <QFile>
#include <QRegularExpression>
#include <QSysInfo>

// A static library's resources are only linked when something refers to them.
static void initBuildHostResource()
{
    Q_INIT_RESOURCE(buildhost);
}

namespace snowmelt {

namespace {

QByteArray functions()
{
    initBuildHostResource();
    QFile file(QStringLiteral(":/snowmelt/buildhost/host.sh"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray quoted(QByteArray text)
{
    return '\'' + text.replace('\'', "'\\''") + '\'';
}

/// The words of the last line "@WORD …".
QStringList saidIn(const QByteArray& err)
{
    static const QRegularExpression line(QStringLiteral("^@(.+)$"), QRegularExpression::MultilineOption);
    QStringList words;
    auto found = line.globalMatch(QString::fromUtf8(err));
    while (found.hasNext())
        words = found.next().captured(1).split(u' ');
    return words;
}

} // namespace

QString hostCommand(HostRoot root)
{
    switch (root) {
    case HostRoot::Login:
        return QStringLiteral("exec /bin/sh -s");
    case HostRoot::Sudo:
        return QStringLiteral("exec sudo -n -- /bin/sh -s");
    case HostRoot::Namespace:
        break;
    }
    return QStringLiteral("exec unshare --user --map-root-user --map-auto -- /bin/sh -s");
}

QByteArray hostScript(const HostCall& call, const QByteArray& mark)
{
    QByteArray line = call.function;
    for (const QByteArray& argument : call.arguments)
        line += ' ' + quoted(argument);
    return functions() + "{ printf '\\n%s\\n' " + mark + "; printf '\\n%s\\n' " + mark + " >&2; " + line +
           "; exit; }\n";
}

QByteArray BehindMark::take(const QByteArray& bytes)
{
    if (m_passed)
        return bytes;
    m_before += bytes;
    const qsizetype at = m_before.indexOf(m_mark);
    if (at < 0) {
        m_before = m_before.right(m_mark.size());
        return {};
    }
    m_passed = true;
    return m_before.mid(at + m_mark.size());
}

std::optional<Error> callFailure(const HostEnd& end)
{
    if (end.exitStatus == 0)
        return std::nullopt;
    const QStringList said = saidIn(end.err);
    if (said.value(0) == u"missing" && said.size() == 3)
        return Error{ErrorCode::HostToolMissing, {end.host, said[1], said[2]}, {}};
    if (said.value(0) == u"cannot")
        return Error{ErrorCode::HostCannotBuild, QStringList(end.host) + said.mid(1), {}};
    const QString detail = messageWithoutSecrets(lastLines(end.err));
    if (said.value(0) == u"broken" || said.value(0) == u"gone")
        return Error{ErrorCode::SshBroken, {end.host, end.host}, detail};
    if (end.err.contains("No space left on device"))
        return Error{ErrorCode::DiskFull, {QString(end.host + u':' + end.folder)}, detail};
    return Error{ErrorCode::RemoteCommandFailed,
                 {end.host, QString::fromLatin1(end.function), QString::number(end.exitStatus)},
                 detail};
}

std::optional<int> scriptStatus(const QByteArray& err)
{
    const QStringList said = saidIn(err);
    bool isNumber = false;
    const int status = said.value(1).toInt(&isNumber);
    return said.size() == 2 && said[0] == u"ended" && isNumber ? std::optional(status) : std::nullopt;
}

QList<IndexedDeb> debsIn(const QByteArray& index)
{
    QList<IndexedDeb> debs;
    IndexedDeb deb;
    for (const QByteArray& line : index.split('\n')) {
        if (line.startsWith("Filename: ./"))
            deb.name = line.mid(12);
        else if (line.startsWith("SHA256: "))
            deb.sha256 = line.mid(8);
        else if (line.isEmpty() && !deb.name.isEmpty())
            debs.append(std::exchange(deb, {}));
    }
    return debs;
}

QByteArray processorHere()
{
    const QString name = QSysInfo::buildCpuArchitecture();
    return name == u"x86_64" ? QByteArray("amd64") : name.toLatin1();
}

} // namespace snowmelt
