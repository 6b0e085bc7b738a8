// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/image_builder.h"
#include "backend/image/image_store.h"
#include "tests/backend/image/small_images.h"

#include <QCoro/QCoroTask>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace snowmelt;

/// Roots in which links are absolute: outside of the root these are paths of this machine, and the builder is root.
class TestLinkedRoots : public QObject
{
    Q_OBJECT

private:
    QString mine(const QString& name) const { return m_folder.filePath(QStringLiteral("mine/") + name); }

    void put(const QString& name)
    {
        QVERIFY(QDir().mkpath(QFileInfo(mine(name)).path()));
        QFile file(mine(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("precious\n");
    }

    void verifyUntouched(const QString& name) const
    {
        QFile file(mine(name));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(name));
        QCOMPARE(file.readAll(), QByteArray("precious\n"));
        QVERIFY2(!file.permissions().testFlag(QFile::ExeOwner), qPrintable(name));
    }

    Result<ImageBuilder::Built> build()
    {
        return QCoro::waitFor(ImageBuilder(home()).build(m_images->blueprint(), {sample::SmallImages::trial()},
                                                         [](const EventBody&) {}, {}));
    }
    QString home() const { return m_folder.filePath(QStringLiteral("home")); }

    QTemporaryDir m_folder;
    std::unique_ptr<sample::SmallImages> m_images;

private Q_SLOTS:
    void initTestCase()
    {
        if (::geteuid() != 0)
            QSKIP("building needs root");
        m_images = std::make_unique<sample::SmallImages>(m_folder.path());
    }

    void whatTheyLeadToHereIsLeftAlone()
    {
        const QStringList names{QStringLiteral("policy"), QStringLiteral("machine-id"),
                                QStringLiteral("ssh/ssh_host_rsa_key")};
        for (const QString& name : names)
            put(name);
        const QByteArray to = "ln -s " + QFile::encodeName(mine(QString()));
        m_images->setOs("commands:\n  - " + to + "policy /usr/sbin/policy-rc.d\n  - " + to +
                        "machine-id /etc/machine-id\n  - " + to + "ssh /etc/ssh\n");
        m_images->setTrial("packages: [thing]\n");
        const auto built = build();
        QVERIFY2(built.ok(), built.failed() ? qPrintable(built.error().detail) : "cancelled");
        for (const QString& name : names)
            verifyUntouched(name);
        // The image's own is there again.
        const Inventory inventory =
            ImageStore(home() + QStringLiteral("/images")).inventory(built->record.digest).value();
        QCOMPARE(inventory.files["/usr/sbin/policy-rc.d"].target, QFile::encodeName(mine(QStringLiteral("policy"))));
        QVERIFY(!inventory.files.contains("/usr/sbin/policy-rc.d.set-aside"));
    }

    void aLinkWhereAFolderIsMountedIsRefused()
    {
        m_images->setMood(QStringLiteral("link"), true);
        m_images->setOs("description: linked\n");
        const auto built = build();
        m_images->setMood(QStringLiteral("link"), false);
        QVERIFY(built.failed());
        QCOMPARE(built.error().code, ErrorCode::BuildCommandFailed);
        QVERIFY2(built.error().detail.contains(u"/tmp of the image is a link"), qPrintable(built.error().detail));
    }
};

QTEST_GUILESS_MAIN(TestLinkedRoots)
#include "tst_linked_roots.moc"
