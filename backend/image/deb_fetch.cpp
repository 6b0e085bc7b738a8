// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/deb_fetch.h"

#include "backend/execution/process.h"
#include "backend/image/deb_cache.h"
#include "backend/image/durable_file.h"
#include "backend/image/tier_build.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QUrl>

#include <cerrno>

namespace snowmelt {

namespace {

QString namedMirror()
{
    return qEnvironmentVariable("SNOWMELT_DEBIAN_MIRROR");
}

struct Wanted
{
    LockedDeb deb;
    QString uri;
    QString file;
};

QList<Wanted> wantedOf(const QList<LockedDeb>& debs, int round, const QString& work)
{
    QList<Wanted> wanted;
    const QString mirror = withoutCredentials(namedMirror());
    for (const LockedDeb& deb : debs) {
        const QStringList addresses = addressesOf(deb, mirror);
        if (round < addresses.size())
            wanted.append({deb, addresses[round], work + QStringLiteral("/fetched/") + deb.sha256.hex()});
    }
    return wanted;
}

/// A mirror's password comes to apt in a file, since everybody reads arguments. Its name; empty: there is none.
Result<QString> passwordFile(const QString& work)
{
    const QByteArray login = loginLine(namedMirror());
    if (login.isEmpty())
        return QString();
    QFile file(work + QStringLiteral("/auth.conf"));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered, QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(login) != login.size())
        return writeError(file.fileName(), errno);
    return file.fileName();
}

ProcessSpec helperProcess(const QList<Wanted>& wanted, const QString& passwords)
{
    ProcessSpec spec;
    spec.program = QStringLiteral("/usr/lib/apt/apt-helper");
    spec.arguments = {QStringLiteral("-q"), QStringLiteral("-oAPT::Sandbox::User=root")};
    if (!passwords.isEmpty())
        spec.arguments.append(QStringLiteral("-oDir::Etc::netrc=") + passwords);
    spec.arguments.append(QStringLiteral("download-file"));
    for (const Wanted& each : wanted)
        spec.arguments += {each.uri, each.file, QStringLiteral("SHA256:") + each.deb.sha256.hex(),
                           QStringLiteral("Checksum-FileSize:%1").arg(each.deb.size)};
    spec.environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    spec.outputLimit = 0; // told line by line
    return spec;
}

/// Takes what came. The first that must not be looked for elsewhere is an error, and so is the first that did not come
/// when nothing came; otherwise those that did not come are left for the next round.
Result<Done> takeFetched(const DebCache& cache, const QList<Wanted>& wanted, const QByteArray& output, bool last)
{
    std::optional<Error> failure;
    for (const Wanted& each : wanted) {
        if (QFile::exists(each.file)) {
            if (auto taken = cache.adopt(each.file, each.deb); !taken)
                return taken;
            continue;
        }
        const Error why = fetchFailure(each.deb, each.uri, output);
        if (!failure || why.code == ErrorCode::DebChanged)
            failure = why;
    }
    if (failure && (last || failure->code == ErrorCode::DebChanged || failure->code == ErrorCode::DiskFull))
        return *failure;
    return Done{};
}

Task<QList<LockedDeb>> missingDebs(DebFetch fetch, CallContext context)
{
    const std::function<Result<QList<LockedDeb>>(StopFlag)> look = [fetch](const StopFlag& stop) {
        return DebCache(fetch.home).missing(fetch.debs, stop);
    };
    auto missing = co_await runStoppable<QList<LockedDeb>>(look, context);
    co_return missing;
}

Task<Done> fetchRound(DebFetch fetch, QList<Wanted> wanted, bool last, CallContext context)
{
    if (!QDir().mkpath(fetch.work + QStringLiteral("/fetched")))
        co_return Error{ErrorCode::FileUnwritable, {fetch.work}, {}};
    const auto passwords = passwordFile(fetch.work);
    if (!passwords)
        co_return passwords.as<Done>();
    QByteArray output;
    ProcessSpec spec = helperProcess(wanted, *passwords);
    spec.lineLimit = longestScrubbed;
    spec.onLine = [&output, &fetch](const QByteArray& line, bool) {
        output += line + '\n';
        const QByteArray text = clippedLine(withoutCredentials(QString::fromUtf8(line)).toUtf8());
        fetch.emit(LogLine{QStringLiteral("apt"), QString::fromUtf8(text)});
    };
    const auto ended = co_await runProcess(spec, context);
    if (!ended)
        co_return ended.as<Done>();
    const std::function<Result<Done>()> take = [cache = DebCache(fetch.home), wanted, output, last] {
        return takeFetched(cache, wanted, output, last);
    };
    const auto taken = co_await runBlocking<Done>(take);
    co_return taken;
}

/// It may be a whole line of a sources.list.
QString addressIn(const QString& mirror)
{
    static const QRegularExpression address(QStringLiteral("[a-z]+://?[^\\s]*[^\\s/]"));
    return address.match(mirror).captured();
}

} // namespace

QByteArray loginLine(const QString& mirror)
{
    const QUrl url(addressIn(mirror));
    if (url.userName().isEmpty())
        return {};
    const QString where = url.adjusted(QUrl::RemoveUserInfo | QUrl::RemovePath).toString();
    return QStringLiteral("machine %1 login %2 password %3\n").arg(where, url.userName(), url.password()).toUtf8();
}

QStringList addressesOf(const LockedDeb& deb, const QString& mirror)
{
    const QString base = addressIn(mirror);
    const qsizetype pool = deb.uri.indexOf(QStringLiteral("/pool/"));
    if (base.isEmpty() || pool < 0 || deb.uri.startsWith(base + u'/'))
        return {deb.uri};
    return {base + deb.uri.mid(pool), deb.uri};
}

Error fetchFailure(const LockedDeb& deb, const QString& uri, const QByteArray& output)
{
    const QByteArray complaint = QByteArray("E: Failed to fetch ") + uri.toUtf8() + ' ';
    QString why;
    for (const QByteArray& line : output.split('\n'))
        if (line.startsWith(complaint))
            why = QString::fromUtf8(line);
    if (why.contains(QStringLiteral("Hash Sum mismatch")) || why.contains(QStringLiteral("unexpected size")))
        return {ErrorCode::DebChanged, {deb.name, uri}, why};
    if (output.contains("No space left on device"))
        return {ErrorCode::DiskFull, {QStringLiteral("cache/debs")}, why};
    if (why.contains(QStringLiteral("  404 ")) || why.contains(QStringLiteral("File not found")))
        return {ErrorCode::PackageNotFound, {deb.name, deb.version}, why};
    return {ErrorCode::MirrorUnreachable, {}, why.isEmpty() ? lastLines(output) : why};
}

Task<Done> fetchDebs(DebFetch fetch, CallContext context)
{
    for (int round = 0; round < 2; ++round) {
        const auto missing = co_await missingDebs(fetch, context);
        if (!missing || missing->isEmpty())
            co_return missing ? Result<Done>(Done{}) : missing.as<Done>();
        const QList<Wanted> wanted = wantedOf(*missing, round, fetch.work);
        const QList<Wanted> after = wantedOf(*missing, round + 1, fetch.work);
        const auto fetched = co_await fetchRound(fetch, wanted, after.isEmpty(), context);
        if (!fetched)
            co_return fetched;
    }
    co_return Done{};
}

} // namespace snowmelt
