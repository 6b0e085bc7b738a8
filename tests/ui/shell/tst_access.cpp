// SPDX-License-Identifier: GPL-3.0-or-later
// What a person is asked before a host is reached, by real clicks; pictures in light, dark and Korean.
#include "tests/ui/shell/access_stage.h"
#include "tests/ui/shell/camera.h"

#include "models/document/fleet_document.h"
#include "models/items/host_key_model.h"
#include "ui/shell/frame/appearance.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>

using namespace snowmelt;
using namespace snowmelt::access_stage;

class TestAccess : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void oneUnknownHost();
    void notToConnectIsWhatKeysDo();
    void manyUnknownHostsAreOneDialog();
    void whatComesLaterIsNotTicked();
    void aPassphraseIsTypedOnce();
    void aWrongPasswordIsAskedAgain();
    void aChallengeHasItsOwnFields();
    void endlessWordsOfAHostFit();
    void everythingHasANameAndIsReachedByKey();
    void pictures_data();
    void pictures();
};

void TestAccess::oneUnknownHost()
{
    WindowStage stage;
    const OperationId scan = begin(stage);
    ask(stage, scan, hostKey(u"web01.example.org"_qs));
    QVERIFY(comes(stage, "hostKeyDialog"));
    QCOMPARE(stage.text("hostKeyHost"), u"web01.example.org"_qs);
    QCOMPARE(stage.text("hostKeyType"), u"ssh-ed25519"_qs);
    QVERIFY(stage.text("hostKeyWhere").contains(ownFile));
    const QString fingerprint = hostKey(u"web01.example.org"_qs).fingerprint;
    auto* shown = stage.find<QLabel>("hostKeyFingerprint");
    QCOMPARE(shown->text(), fingerprint);
    QVERIFY(shown->textInteractionFlags() & Qt::TextSelectableByMouse);
    QVERIFY(shown->font().pointSizeF() > stage.find<QLabel>("hostKeyType")->font().pointSizeF());
    QGuiApplication::clipboard()->clear();
    stage.click("hostKeyCopy");
    QCOMPARE(QGuiApplication::clipboard()->text(), fingerprint);
    QVERIFY(stage.operations.answers.isEmpty());
    stage.click("hostKeyConnect");
    QVERIFY(goes(stage, "hostKeyDialog"));
    QCOMPARE(stage.operations.answers.size(), 1);
    QVERIFY(stage.operations.answers[0].agreed && stage.operations.answers[0].replies.isEmpty());
    QCOMPARE(stage.operations.answers[0].question, u"key-web01.example.org"_qs);
}

void TestAccess::notToConnectIsWhatKeysDo()
{
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Space, Qt::Key_Escape}) {
        WindowStage stage;
        const OperationId scan = begin(stage);
        ask(stage, scan, hostKey(u"web01.example.org"_qs));
        QVERIFY(comes(stage, "hostKeyDialog"));
        auto* refuse = stage.find<QPushButton>("hostKeyRefuse");
        QVERIFY(refuse->isDefault() && !stage.find<QPushButton>("hostKeyConnect")->isDefault());
        QWidget* dialog = stage.find("hostKeyDialog");
        QTest::keyClick(dialog->focusWidget() ? dialog->focusWidget() : dialog, key);
        QVERIFY(goes(stage, "hostKeyDialog"));
        QCOMPARE(stage.operations.answers.size(), 1);
        QVERIFY(!stage.operations.answers[0].agreed);
    }
}

void TestAccess::manyUnknownHostsAreOneDialog()
{
    WindowStage stage;
    const OperationId scan = begin(stage);
    for (int i = 10; i < 50; ++i)
        ask(stage, scan, hostKey(u"web%1.example.org"_qs.arg(i)));
    QVERIFY(comes(stage, "hostKeys"));
    auto* connectButton = stage.find<QPushButton>("hostKeyConnect");
    QVERIFY(!connectButton->isEnabled());
    tick(stage, 0);
    tick(stage, 2);
    QVERIFY2(connectButton->isEnabled() && connectButton->text().contains(u'2'), qPrintable(connectButton->text()));
    QCOMPARE(stage.find<QCheckBox>("hostKeysAll")->checkState(), Qt::PartiallyChecked);
    QTest::mouseClick(connectButton, Qt::LeftButton);
    QCOMPARE(stage.operations.answers.size(), 2);
    QCOMPARE(stage.operations.answers[1].question, u"key-web12.example.org"_qs);
    closeAnswered(stage, scan);
    // The others were not decided on: they wait.
    QCOMPARE(stage.find<QTreeView>("hostKeys")->model()->rowCount(), 38);
    QVERIFY(!connectButton->isEnabled());
    stage.click("hostKeysAll");
    QCOMPARE(stage.find<QCheckBox>("hostKeysAll")->checkState(), Qt::Checked);
    stage.click("hostKeysAll");
    QVERIFY(!connectButton->isEnabled());
    stage.click("hostKeyRefuse");
    QVERIFY(goes(stage, "hostKeyDialog"));
    QCOMPARE(stage.operations.answers.size(), 40);
    const auto agreed = [](const AccessAnswer& answer) { return answer.agreed; };
    QCOMPARE(std::count_if(stage.operations.answers.cbegin(), stage.operations.answers.cend(), agreed), 2);
    // Nothing is left to ask, and nothing is asked twice.
    QTest::qWait(50);
    QVERIFY(!stage.find("hostKeyDialog"));
}

/// Nobody agrees to what was not on the screen.
void TestAccess::whatComesLaterIsNotTicked()
{
    WindowStage stage;
    const OperationId scan = begin(stage);
    ask(stage, scan, hostKey(u"web01.example.org"_qs));
    QVERIFY(comes(stage, "hostKeyFingerprint"));
    ask(stage, scan, hostKey(u"web02.example.org"_qs));
    QVERIFY(comes(stage, "hostKeys"));
    QVERIFY(!stage.find("hostKeyFingerprint"));
    stage.click("hostKeysAll");
    ask(stage, scan, hostKey(u"web03.example.org"_qs));
    QCOMPARE(stage.find<QCheckBox>("hostKeysAll")->checkState(), Qt::PartiallyChecked);
    stage.click("hostKeyConnect");
    QCOMPARE(stage.operations.answers.size(), 2);
    QVERIFY(stage.find("hostKeyDialog"));
}

void TestAccess::aPassphraseIsTypedOnce()
{
    WindowStage stage;
    const OperationId scan = begin(stage);
    ask(stage, scan, passphrase());
    QVERIFY(comes(stage, "secretDialog"));
    auto* field = stage.find<QLineEdit>("secretField");
    QVERIFY(!stage.find<QPushButton>("secretContinue")->isEnabled());
    QVERIFY(!stage.find("questionAgain"));
    QTest::keyClicks(field, u"geheim!"_qs);
    QCOMPARE(field->echoMode(), QLineEdit::Password);
    stage.click("secretReveal");
    QCOMPARE(field->echoMode(), QLineEdit::Normal);
    stage.click("secretReveal");
    stage.click("secretKeep");
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(goes(stage, "secretDialog"));
    QCOMPARE(stage.operations.answers.size(), 1);
    QCOMPARE(stage.operations.answers[0].replies, QList<Secret>{Secret("geheim!")});
    QVERIFY(stage.operations.answers[0].agreed && stage.operations.answers[0].keep);
}

void TestAccess::aWrongPasswordIsAskedAgain()
{
    WindowStage stage;
    const OperationId scan = begin(stage);
    ask(stage, scan, password());
    QVERIFY(comes(stage, "secretDialog"));
    QCOMPARE(stage.text("questionAgain"), u"That was not the password."_qs);
    QVERIFY(stage.text("secretLabel").remove(QChar(0x200B)).contains(u"kim on [bastion.example.org]:2222"_qs));
    QVERIFY(!stage.find("secretKeep")); // nothing could keep it
    QTest::keyClick(stage.find("secretField"), Qt::Key_Escape);
    QVERIFY(goes(stage, "secretDialog"));
    QCOMPARE(stage.operations.answers.size(), 1);
    QVERIFY(!stage.operations.answers[0].agreed && stage.operations.answers[0].replies.isEmpty());
}

void TestAccess::aChallengeHasItsOwnFields()
{
    WindowStage stage;
    const OperationId scan = begin(stage);
    ask(stage, scan, challenge());
    QVERIFY(comes(stage, "challengeDialog"));
    auto* code = stage.find<QLineEdit>("challengeField0");
    auto* pin = stage.find<QLineEdit>("challengeField1");
    QCOMPARE(stage.find("challengeDialog")->focusWidget(), code);
    QCOMPARE(code->echoMode(), QLineEdit::Normal);
    QCOMPARE(pin->echoMode(), QLineEdit::Password);
    // A host's words are words, not marks.
    QStringList words;
    for (const QLabel* label : stage.find("challengeDialog")->findChildren<QLabel*>()) {
        QCOMPARE(label->textFormat(), Qt::PlainText);
        words += label->text();
    }
    QVERIFY(words.join(u'\n').contains(u"<b>your</b>"_qs));
    QTest::keyClicks(code, u"123456"_qs);
    QTest::keyClicks(pin, u"42"_qs);
    stage.click("challengeContinue");
    QVERIFY(goes(stage, "challengeDialog"));
    QCOMPARE(stage.operations.answers.value(0).replies, (QList<Secret>{Secret("123456"), Secret("42")}));
}

void TestAccess::endlessWordsOfAHostFit()
{
    WindowStage stage;
    const OperationId scan = begin(stage);
    AccessQuestion endless = challenge(40);
    endless.instruction = QString(100'000, u'x');
    endless.subject = QString(100'000, u'y');
    endless.host = QString(5'000, u'h');
    endless.prompts[0].text = QString(100'000, u'p');
    ask(stage, scan, endless);
    QVERIFY(comes(stage, "challengeDialog"));
    const QSize size = stage.find("challengeDialog")->size();
    QVERIFY2(size.width() < 900 && size.height() < 900, qPrintable(u"%1 × %2"_qs.arg(size.width()).arg(size.height())));
    stage.click("challengeRefuse");
    AccessQuestion key = hostKey(QString(5'000, u'h'));
    key.id = u"endless"_qs;
    ask(stage, scan, key);
    QVERIFY(comes(stage, "hostKeyDialog"));
    const QSize other = stage.find("hostKeyDialog")->size();
    QVERIFY2(other.width() < 900 && other.height() < 900,
             qPrintable(u"%1 × %2"_qs.arg(other.width()).arg(other.height())));
}

void TestAccess::everythingHasANameAndIsReachedByKey()
{
    WindowStage stage;
    const OperationId scan = begin(stage);
    for (const AccessQuestion& question : {hostKey(u"web01.example.org"_qs), passphrase(), variable(), challenge()}) {
        ask(stage, scan, question);
        const char* name = question.kind == AccessKind::HostKey     ? "hostKeyDialog"
                           : question.kind == AccessKind::Challenge ? "challengeDialog"
                                                                    : "secretDialog";
        QVERIFY(comes(stage, name));
        QWidget* dialog = stage.find(name);
        QSet<QKeySequence> keys;
        for (QAbstractButton* button : dialog->findChildren<QAbstractButton*>()) {
            if (!button->isVisible())
                continue;
            QVERIFY2(!button->shortcut().isEmpty() || button->objectName() == u"dialogCancel"_qs ||
                         button->text() == u"Cancel"_qs,
                     qPrintable(button->text()));
            QVERIFY2(button->shortcut().isEmpty() || !keys.contains(button->shortcut()), qPrintable(button->text()));
            keys.insert(button->shortcut());
            QVERIFY(button->focusPolicy() & Qt::TabFocus);
        }
        for (const QLineEdit* field : dialog->findChildren<QLineEdit*>())
            QVERIFY(!field->accessibleName().isEmpty());
        stage.find<QDialog>(name)->reject();
        QVERIFY(goes(stage, name));
    }
}

void TestAccess::pictures_data()
{
    QTest::addColumn<int>("appearance");
    QTest::addColumn<int>("language");
    QTest::newRow("light") << int(Appearance::Light) << int(Language::English);
    QTest::newRow("dark") << int(Appearance::Dark) << int(Language::English);
    QTest::newRow("ko") << int(Appearance::Light) << int(Language::Korean);
}

void TestAccess::pictures()
{
    QFETCH(int, appearance);
    QFETCH(int, language);
    WindowStage stage;
    Settings::setAppearance(Appearance(appearance));
    Settings::setLanguage(Language(language));
    const Camera camera(QString::fromLatin1(QTest::currentDataTag()));
    const OperationId scan = begin(stage);
    ask(stage, scan, hostKey(u"web01.example.org"_qs));
    QVERIFY(comes(stage, "hostKeyDialog"));
    camera.shoot(stage.find("hostKeyDialog"), "access-host-key");
    camera.shoot(stage.window.get(), "access-waiting");
    for (int i = 2; i < 30; ++i)
        ask(stage, scan, hostKey(u"web%1.example.org"_qs.arg(i, 2, 10, QChar(u'0'))));
    QVERIFY(comes(stage, "hostKeys"));
    tick(stage, 0);
    tick(stage, 1);
    const auto* list = stage.find<QTreeView>("hostKeys");
    QVERIFY(list->columnWidth(HostKeyModel::Fingerprint) >=
            QFontMetrics(monoFont(TextSize::Small)).horizontalAdvance(hostKey(u"web01.example.org"_qs).fingerprint));
    camera.shoot(stage.find("hostKeyDialog"), "access-host-keys");
    stage.click("hostKeyRefuse");
    QVERIFY(goes(stage, "hostKeyDialog"));
    ask(stage, scan, passphrase());
    QVERIFY(comes(stage, "secretDialog"));
    QTest::keyClicks(stage.find("secretField"), u"geheim!"_qs);
    camera.shoot(stage.find("secretDialog"), "access-passphrase");
    stage.click("secretRefuse");
    QVERIFY(goes(stage, "secretDialog"));
    ask(stage, scan, password());
    QVERIFY(comes(stage, "secretDialog"));
    camera.shoot(stage.find("secretDialog"), "access-password-again");
    stage.click("secretRefuse");
    QVERIFY(goes(stage, "secretDialog"));
    ask(stage, scan, variable());
    QVERIFY(comes(stage, "secretDialog"));
    camera.shoot(stage.find("secretDialog"), "access-variable");
    stage.click("secretRefuse");
    QVERIFY(goes(stage, "secretDialog"));
    ask(stage, scan, challenge());
    QVERIFY(comes(stage, "challengeDialog"));
    camera.shoot(stage.find("challengeDialog"), "access-challenge");
    stage.click("challengeRefuse");
    QVERIFY(goes(stage, "challengeDialog"));
}

QTEST_MAIN(TestAccess)
#include "tst_access.moc"
