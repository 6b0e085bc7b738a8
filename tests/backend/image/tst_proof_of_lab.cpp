// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/image_builder.h"
#include "models/domain/blueprint/parse_blueprint.h"

#include <QCoro/QCoroTask>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace snowmelt;

/// Every tier of the lab's images comes out as the same bytes twice. Needs root, mmdebstrap and a Debian mirror.
class TestProofOfLab : public QObject
{
    Q_OBJECT

private:
    static Blueprint shop()
    {
        const QString path =
            qEnvironmentVariable("SNOWMELT_SOURCE") + QStringLiteral("/resources/blueprints/shop/shop.yaml");
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? parseBlueprint(file.readAll(), path).value : Blueprint{};
    }

    static QByteArray textOf(const ImageProved& proved)
    {
        QByteArray text = proved.image.ref.text().toUtf8() + ":\n";
        for (const ImageDifference& difference : proved.differences)
            text += "  " + difference.key + ": " + difference.was.toUtf8() + " -> " + difference.is.toUtf8() + '\n';
        return text;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (::geteuid() != 0)
            QSKIP("building needs root");
        for (const ImageSource& source : shop().images)
            m_expected.insert(source.ref.text());
        QVERIFY(m_expected.size() >= 6);
    }

    void sameBytesTwice_data()
    {
        QTest::addColumn<QString>("image");
        for (const char* image : {"shop@1.1.0", "shop@1.0.0", "shop-from-foundation@1.0.0", "foundation/haproxy@1",
                                  "foundation/postgresql@1"})
            QTest::newRow(image) << QString::fromLatin1(image);
    }

    void sameBytesTwice()
    {
        QFETCH(const QString, image);
        const auto hear = [this](const EventBody& body) {
            const auto* proved = std::get_if<ImageProved>(&body);
            if (!proved)
                return;
            m_proved.insert(proved->image.ref.text());
            QVERIFY2(proved->differences.isEmpty(), textOf(*proved).constData());
        };
        const auto same =
            QCoro::waitFor(ImageBuilder(m_folder.path()).prove(shop(), *ImageRef::parse(image), hear, {}));
        QVERIFY2(same.ok(), same.failed() ? qPrintable(same.error().detail) : "cancelled");
        QVERIFY(*same);
    }

    void everyTierWasProved()
    {
        QCOMPARE(m_proved, m_expected);
        QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("images"))));
    }

private:
    QTemporaryDir m_folder;
    QSet<QString> m_expected;
    QSet<QString> m_proved;
};

QTEST_GUILESS_MAIN(TestProofOfLab)
#include "tst_proof_of_lab.moc"
