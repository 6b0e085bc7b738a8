// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/balancer/haproxy/haproxy_driver.h"
#include "tests/support/free_port.h"
#include "tests/support/local_exec.h"
#include "tests/support/small_web.h"

#include <QCoro/QCoroTask>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <csignal>

namespace snowmelt::test {

/// A real HAProxy on loopback in a temporary folder, two web servers, and a driver that reaches them: a1 ready on the
/// first server, the other three slots free. Everything ends with it.
class RealHaproxy
{
public:
    /// `level` of the runtime socket.
    explicit RealHaproxy(const QByteArray& level = "admin") : driver(std::make_shared<HaproxyDriver>(&exec, paths()))
    {
        balancer.name = QStringLiteral("edge");
        const SlotPlacement a1{QStringLiteral("a1"), QStringLiteral("127.0.0.1"), blue.port(), SlotMode::Ready};
        config = {freePort(), {{QStringLiteral("web"), QStringLiteral("/healthz"), 2, {a1}}}};
        QFile file(QString::fromUtf8(paths().config));
        if (!file.open(QIODevice::WriteOnly) ||
            file.write(driver->renderConfig(config).replace("level admin", QByteArray("level " + level))) < 0)
            qFatal("cannot write the test's configuration");
        file.close();
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QStringLiteral("haproxy"),
                      {QStringLiteral("-W"), QStringLiteral("-f"), QString::fromUtf8(paths().config)});
    }
    ~RealHaproxy() { stop(); }

    void stop()
    {
        if (process.state() == QProcess::NotRunning)
            return;
        process.terminate();
        if (!process.waitForFinished(5000)) {
            process.kill();
            process.waitForFinished();
        }
    }
    HaproxyPaths paths() const
    {
        const QByteArray base = folder.path().toUtf8();
        return {base + "/haproxy.cfg", base + "/admin.sock", base + "/haproxy.pid", "127.0.0.1", {}};
    }
    int workerPid()
    {
        const auto reading = QCoro::waitFor(driver->read(balancer, {}));
        return reading.ok() ? reading->pid : 0;
    }
    /// Returns when another worker answers.
    void reload()
    {
        const int before = workerPid();
        ::kill(static_cast<pid_t>(process.processId()), SIGUSR2);
        QElapsedTimer timer;
        timer.start();
        for (int now = before; now == before || now == 0; now = workerPid())
            if (timer.elapsed() > 20000)
                qFatal("HAProxy did not reload");
    }
    void hideSocket(bool gone) const
    {
        const QString shown = QString::fromUtf8(paths().socket);
        const QString hidden = shown + QStringLiteral(".hidden");
        if (!QFile::rename(gone ? shown : hidden, gone ? hidden : shown))
            qFatal("cannot rename the socket");
    }

    QTemporaryDir folder;
    SmallWeb blue{"blue"};
    SmallWeb green{"green"};
    LocalExec exec;
    std::shared_ptr<HaproxyDriver> driver;
    NodeFacts balancer;
    BalancerConfig config;
    QProcess process;
};

} // namespace snowmelt::test
