// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/interruption.h"
#include "backend/transport/bell.h"
#include "backend/transport/route_exec.h"
#include "models/domain/code_names.h"
#include "models/domain/ssh/host_key.h"
#include "models/domain/ssh/known_hosts.h"
#include "tests/backend/transport/test_sshd.h"

#include <QScopeGuard>

namespace snowmelt::testing {

/// A person who says what the test told them to, in order; a no when there is nothing left.
class ScriptedAsker : public SshAsker
{
public:
    QList<AccessAnswer> answers;
    QList<AccessQuestion> asked;
    QList<AccessQuestion> inWith; ///< whose answers worked
    std::function<bool()> mayAnswer = [] { return true; };
    int withdrawn = 0;
    int pending = 0;

    void say(const QByteArray& reply) { answers.append({{}, true, {Secret(reply)}, false}); }
    void agree() { answers.append({{}, true, {}, false}); }

    Task<AccessAnswer> ask(AccessQuestion question, CallContext context) override
    {
        asked.append(question);
        ++pending;
        const auto over = qScopeGuard([this] { --pending; });
        Bell bell;
        const Interruption interruption(context, [&bell] { bell.ring(); });
        QTimer look;
        QObject::connect(&look, &QTimer::timeout, &look, [&bell] { bell.ring(); });
        look.start(10);
        while (!mayAnswer()) {
            if (interruption.happened()) {
                ++withdrawn;
                co_return Cancelled{};
            }
            Completion news = bell.next();
            co_await news;
        }
        co_return answers.isEmpty() ? AccessAnswer{} : answers.takeFirst();
    }
    void worked(const AccessQuestion& question) override { inWith.append(question); }
};

/// To a test's sshd, whose key is known and whose client key is used.
inline SshWay wayTo(const TestSshd& sshd)
{
    const SshTarget target = sshd.target();
    SshWay way;
    way.hostName = target.endpoint.host;
    way.port = target.endpoint.port;
    way.user = target.user;
    way.identityFiles = QStringList{target.privateKeyFile};
    way.identitiesNamed = true;
    way.preferredAuthentications = QStringList{QStringLiteral("publickey")};
    way.userKnownHostsFiles = QStringList{sshd.path(QStringLiteral("known_hosts"))};
    return way;
}

inline void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

inline QByteArray contentsOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Writes the sshd's key down as known by this way's name.
inline void makeKnown(const TestSshd& sshd, const SshWay& way)
{
    const std::optional<HostKey> key = parseHostKey(sshd.target().hostKey);
    QFile file(way.userKnownHostsFiles.first());
    QVERIFY(file.open(QIODevice::Append));
    file.write(knownHostLine({way.hostName, way.port, way.hostKeyAlias}, *key));
}

inline ExecRequest script(const QByteArray& text)
{
    ExecRequest request;
    request.script = text;
    return request;
}

inline CallContext soon()
{
    return CallContext::cleanup(std::chrono::seconds(60));
}

inline SshRoute routeOf(const QList<SshWay>& ways)
{
    return {QStringLiteral("web-1"), ways};
}

inline Result<ExecResult> runOn(RouteExec& ssh, const QList<SshWay>& ways, const CallContext& context = soon())
{
    return QCoro::waitFor(ssh.exec(routeOf(ways), script("echo in"), context));
}

/// Why it failed, or nothing: for messages of tests.
inline QByteArray textOf(const Result<ExecResult>& result)
{
    if (result.ok())
        return "ok";
    if (result.cancelled())
        return "cancelled";
    const QStringList words{codeName(result.error().code), result.error().args.join(u'|'), result.error().detail};
    return words.join(QStringLiteral(" / ")).toUtf8();
}

} // namespace snowmelt::testing

#define VERIFY_IN(result)                                                                                              \
    do {                                                                                                               \
        const auto& seen = (result);                                                                                   \
        QVERIFY2(seen.ok(), testing::textOf(seen).constData());                                                        \
        QCOMPARE(seen->out, QByteArray("in\n"));                                                                       \
    } while (false)

#define VERIFY_CODE(result, expected)                                                                                  \
    do {                                                                                                               \
        const auto& seen = (result);                                                                                   \
        QVERIFY2(seen.failed(), testing::textOf(seen).constData());                                                    \
        QVERIFY2(seen.error().code == (expected), testing::textOf(seen).constData());                                  \
    } while (false)
