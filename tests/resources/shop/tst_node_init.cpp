// SPDX-License-Identifier: GPL-3.0-or-later
// The init that is in every node, as process 1 of namespaces of its own, whose /etc and /var/lib are folders of the
// test.
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

class TestNodeInit : public QObject
{
    Q_OBJECT

private:
    struct Ended
    {
        int status = -1; ///< -1: it did not end
        QString said;
    };

    QString at(const QString& name) const { return m_folder->filePath(name); }

    void script(const QString& name, const QByteArray& text) const
    {
        QFile file(at(QStringLiteral("etc/snowmelt/") + name));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("#!/bin/sh -e\n" + text + '\n');
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    /// What the scripts wrote down, over all starts of the node.
    QString log() const
    {
        QFile file(at(QStringLiteral("lib/log")));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).simplified() : QString();
    }

    Ended startNode() const
    {
        QProcess node;
        QStringList arguments{QStringLiteral("--mount"), QStringLiteral("--pid"), QStringLiteral("--fork"),
                              QStringLiteral("--kill-child")};
        if (::geteuid() != 0)
            arguments += QStringLiteral("--map-root-user");
        arguments += {QStringLiteral("sh"),
                      QStringLiteral("-ec"),
                      QStringLiteral("mount --bind \"$1/lib\" /var/lib; mount --bind \"$1/etc\" /etc\n"
                                     "mount -t tmpfs tmpfs /run; exec bash \"$2\""),
                      QStringLiteral("sh"),
                      m_folder->path(),
                      QStringLiteral(SNOWMELT_SOURCE_DIR "/resources/blueprints/shop/os/init")};
        node.start(QStringLiteral("unshare"), arguments);
        if (!node.waitForFinished(120'000))
            return {};
        const QString said = QString::fromUtf8(node.readAllStandardError());
        return {node.exitStatus() == QProcess::NormalExit ? node.exitCode() : -1, said};
    }

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void initTestCase()
    {
        QProcess unshare;
        unshare.start(QStringLiteral("unshare"), {::geteuid() == 0 ? QStringLiteral("-mp") : QStringLiteral("-mpr"),
                                                  QStringLiteral("-f"), QStringLiteral("true")});
        if (!unshare.waitForFinished() || unshare.exitCode() != 0)
            QSKIP("this host gives no namespaces");
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        for (const char* folder : {"etc/snowmelt/services", "etc/snowmelt/start", "lib"})
            QVERIFY(QDir(m_folder->path()).mkpath(QLatin1String(folder)));
        // A service that ends the node as soon as it is there.
        script(QStringLiteral("services/10-a"), "echo served >> /var/lib/log; kill -TERM 1; sleep 1000");
    }

    void onceAndInOrder()
    {
        script(QStringLiteral("start/00-001"), "echo b >> /var/lib/log");
        script(QStringLiteral("start/00-000"), "echo a >> /var/lib/log");
        script(QStringLiteral("start/01-000"), "echo c >> /var/lib/log");
        const Ended first = startNode();
        QVERIFY2(first.status == 0, qPrintable(first.said));
        QCOMPARE(log(), QStringLiteral("a b c served"));
        QVERIFY2(first.said.contains(QStringLiteral("init: first start: 01-000")), qPrintable(first.said));
        const Ended second = startNode();
        QCOMPARE(second.status, 0);
        QCOMPARE(log(), QStringLiteral("a b c served served"));
        QVERIFY2(!second.said.contains(QStringLiteral("first start")), qPrintable(second.said));
    }

    void whatFailsIsSaidAndTriedAgain()
    {
        script(QStringLiteral("start/00-000"), "echo a >> /var/lib/log");
        script(QStringLiteral("start/00-001"), "echo try >> /var/lib/log; [ -e /var/lib/ready ] || exit 7");
        script(QStringLiteral("start/00-002"), "echo c >> /var/lib/log");
        for (const char* expected : {"a try", "a try try"}) {
            const Ended ended = startNode();
            QCOMPARE(ended.status, 7);
            QVERIFY2(ended.said.contains(QStringLiteral("init: first start: 00-001 ended with status 7; no service is "
                                                        "started, the next start runs it again")),
                     qPrintable(ended.said));
            QCOMPARE(log(), QLatin1String(expected));
        }
        QVERIFY(QFile(at(QStringLiteral("lib/ready"))).open(QIODevice::WriteOnly));
        QCOMPARE(startNode().status, 0);
        QCOMPARE(log(), QStringLiteral("a try try try c served"));
    }

    void stoppedInTheMiddle()
    {
        script(
            QStringLiteral("start/00-000"),
            "echo begun >> /var/lib/log; [ -e /var/lib/again ] || { : > /var/lib/again; kill -TERM 1; sleep 1000; }");
        const Ended first = startNode();
        QVERIFY2(first.status == 0, qPrintable(first.said));
        QCOMPARE(log(), QStringLiteral("begun"));
        QCOMPARE(startNode().status, 0);
        QCOMPARE(log(), QStringLiteral("begun begun served"));
    }

    void nothingToDo()
    {
        QVERIFY(QDir(at(QStringLiteral("etc/snowmelt/start"))).removeRecursively());
        QCOMPARE(startNode().status, 0);
        QCOMPARE(log(), QStringLiteral("served"));
    }
};

QTEST_GUILESS_MAIN(TestNodeInit)
#include "tst_node_init.moc"
