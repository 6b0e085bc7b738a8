// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/host_key_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace snowmelt;

namespace {

OpenQuestion hostKey(const char* host, const char* file = "~/.ssh/known_hosts")
{
    AccessQuestion question;
    question.id = QString(u"q-" + QString::fromLatin1(host));
    question.host = QString::fromLatin1(host);
    question.subject = QStringLiteral("ssh-ed25519");
    question.fingerprint = QString(u"SHA256:of" + question.host);
    question.file = QString::fromLatin1(file);
    return {QStringLiteral("scan"), question};
}

OpenQuestion password()
{
    OpenQuestion one = hostKey("web9");
    one.question.kind = AccessKind::Password;
    return one;
}

} // namespace

class TestHostKeyModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hostKeysAlone()
    {
        HostKeyModel model;
        const QAbstractItemModelTester tester(&model);
        model.setQuestions({hostKey("web1"), password(), hostKey("web2", "/etc/known")});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(1, HostKeyModel::Host).data().toString(), QStringLiteral("web2"));
        QCOMPARE(model.index(1, HostKeyModel::Fingerprint).data().toString(), QStringLiteral("SHA256:ofweb2"));
        QCOMPARE(model.files(), (QStringList{QStringLiteral("~/.ssh/known_hosts"), QStringLiteral("/etc/known")}));
        QVERIFY(model.chosen().isEmpty());
    }

    void nobodyTicksButAPerson()
    {
        HostKeyModel model;
        const QAbstractItemModelTester tester(&model);
        model.setQuestions({hostKey("web1"), hostKey("web2")});
        const QSignalSpy changes(&model, &HostKeyModel::chosenChanged);
        model.chooseAll(true);
        QCOMPARE(changes.size(), 2);
        QCOMPARE(model.chosen().size(), 2);
        // What comes afterwards was not among "all".
        model.setQuestions({hostKey("web1"), hostKey("web2"), hostKey("web3")});
        QCOMPARE(model.chosen(), (QList<OpenQuestion>{hostKey("web1"), hostKey("web2")}));
        QCOMPARE(model.index(2, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
        QVERIFY(model.setData(model.index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
        QVERIFY(!model.setData(model.index(0, 1), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(model.chosen(), QList<OpenQuestion>{hostKey("web2")});
        // What was closed and is asked anew is another question.
        model.setQuestions({hostKey("web1")});
        model.setQuestions({hostKey("web1"), hostKey("web2")});
        QVERIFY(model.chosen().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestHostKeyModel)
#include "tst_host_key_model.moc"
