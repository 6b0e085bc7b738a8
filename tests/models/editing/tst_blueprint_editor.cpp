// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/editing/blueprint_editor.h"

#include "models/domain/blueprint/parse_blueprint.h"

#include <QSignalSpy>
#include <QTest>

using namespace snowmelt;

namespace {

const QString path = QStringLiteral("/fleets/shop.yaml");
const QString web = QStringLiteral("web");
const QString front = QStringLiteral("front");

const QByteArray text = "snowmelt: 1\nname: shop   # ours\nplatform: {kind: podman}\n"
                        "images:\n  shop: {versions: {1: recipes/shop.yaml}}\n"
                        "groups:\n  web: {image: shop@1, size: 3, port: 8080}\n";

void openText(BlueprintEditor& editor, const QByteArray& bytes = text)
{
    editor.open(bytes, parseBlueprint(bytes, path).value);
}

/// Adds to a number; steps of the same size are one.
class Adding final : public AsideStep
{
public:
    Adding(int* number, int by) : m_number(number), m_by(by), m_size(by) {}

    QString title() const override { return QString::number(m_by); }
    void undo() override { *m_number -= m_by; }
    void redo() override { *m_number += m_by; }
    bool absorb(const AsideStep& next) override
    {
        const auto& more = static_cast<const Adding&>(next);
        if (more.m_size != m_size)
            return false;
        m_by += more.m_by;
        return true;
    }

private:
    int* m_number;
    int m_by;
    int m_size;
};

} // namespace

class TestBlueprintEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editsAndTakesBack();
    void previewsChangeNothing();
    void aRefusedEditLeavesNothingToUndo();
    void isModifiedAgainstWhatIsOnDisk();
    void unsavedEditsGoOnAnotherText();
    void openingForgets();
    void whatChangesNoTextIsUndoneInItsTurn();
    void stepsMayBecomeOne();
    void renamesAreToldBothWays();
};

void TestBlueprintEditor::editsAndTakesBack()
{
    BlueprintEditor editor;
    openText(editor);
    QSignalSpy changed(&editor, &BlueprintEditor::changed);
    QVERIFY(!editor.toUndo() && !editor.toRedo());
    QVERIFY(!editor.edit(Resize{web, 5}));
    QVERIFY(!editor.edit(Rename{web, front}));
    QCOMPARE(changed.count(), 2);
    QCOMPARE(editor.blueprint().findGroup(front)->size, 5);
    QCOMPARE(*editor.toUndo(), Edit(Rename{web, front}));
    editor.undo();
    QCOMPARE(editor.blueprint().groups.first().name, web);
    QCOMPARE(*editor.toUndo(), Edit(Resize{web, 5}));
    QCOMPARE(*editor.toRedo(), Edit(Rename{web, front}));
    editor.undo();
    QCOMPARE(editor.text(), text);
    QVERIFY(!editor.toUndo());
    editor.redo();
    editor.redo();
    QVERIFY(editor.text().contains("  front: {image: shop@1, size: 5, port: 8080}"));
    QCOMPARE(changed.count(), 6);
}

void TestBlueprintEditor::previewsChangeNothing()
{
    BlueprintEditor editor;
    openText(editor);
    QSignalSpy changed(&editor, &BlueprintEditor::changed);
    QVERIFY(editor.preview(Delete{web}).ok());
    QCOMPARE(editor.text(), text);
    QCOMPARE(changed.count(), 0);
}

void TestBlueprintEditor::aRefusedEditLeavesNothingToUndo()
{
    BlueprintEditor editor;
    openText(editor);
    const auto refusal = editor.edit(Resize{web, 0});
    QVERIFY(refusal && refusal->why == EditRefusal::Why::Invalid);
    QCOMPARE(editor.text(), text);
    QVERIFY(!editor.toUndo());
}

void TestBlueprintEditor::isModifiedAgainstWhatIsOnDisk()
{
    BlueprintEditor editor;
    openText(editor);
    QVERIFY(!editor.isModified());
    QVERIFY(!editor.edit(Resize{web, 5}));
    QVERIFY(editor.isModified());
    editor.noteSaved();
    QVERIFY(!editor.isModified());
    QCOMPARE(editor.savedText(), editor.text());
    editor.undo();
    QVERIFY(editor.isModified());
    QCOMPARE(editor.text(), text);
    editor.redo();
    QVERIFY(!editor.isModified());
    // Edited back by hand is not modified either: what counts is what is on disk.
    QVERIFY(!editor.edit(Resize{web, 6}));
    QVERIFY(!editor.edit(Resize{web, 5}));
    QVERIFY(!editor.isModified());
}

void TestBlueprintEditor::unsavedEditsGoOnAnotherText()
{
    BlueprintEditor editor;
    openText(editor);
    QVERIFY(!editor.edit(Resize{web, 4}));
    editor.noteSaved();
    QVERIFY(!editor.edit(Resize{web, 5}));
    QVERIFY(!editor.edit(Rename{web, front}));
    QVERIFY(!editor.edit(Resize{front, 6}));
    editor.undo();
    const auto edits = editor.unsavedEdits();
    QVERIFY(edits);
    QCOMPARE(*edits, (QList<Edit>{Resize{web, 5}, Rename{web, front}}));
    QByteArray theirs = editor.savedText();
    theirs.replace("8080", "9090").append("# theirs\n");
    const Edited both = replayed(theirs, path, *edits);
    QVERIFY(both.ok());
    QVERIFY(both.text.contains("  front: {image: shop@1, size: 5, port: 9090}\n# theirs\n"));
    QByteArray gone = theirs;
    gone.replace("  web: {image: shop@1, size: 4, port: 9090}\n", "");
    const Edited refused = replayed(gone, path, *edits);
    QVERIFY(refused.refusal && refused.refusal->why == EditRefusal::Why::NoSuchPart);
    editor.undo();
    editor.undo();
    QCOMPARE(editor.unsavedEdits(), QList<Edit>());
    editor.undo();
    QVERIFY(!editor.unsavedEdits()); // behind the save
}

void TestBlueprintEditor::openingForgets()
{
    BlueprintEditor editor;
    QVERIFY(!editor.isOpen());
    openText(editor);
    QVERIFY(editor.isOpen());
    QVERIFY(!editor.edit(Resize{web, 5}));
    openText(editor);
    QVERIFY(!editor.toUndo());
    QVERIFY(!editor.isModified());
    QCOMPARE(editor.text(), text);
}

void TestBlueprintEditor::whatChangesNoTextIsUndoneInItsTurn()
{
    int number = 0;
    BlueprintEditor editor;
    openText(editor);
    QSignalSpy changed(&editor, &BlueprintEditor::changed);
    QVERIFY(!editor.edit(Resize{web, 5}));
    editor.take(std::make_unique<Adding>(&number, 7));
    QVERIFY(!editor.edit(Resize{web, 6}));
    QCOMPARE(changed.count(), 3);
    QCOMPARE(editor.unsavedEdits(), (QList<Edit>{Resize{web, 5}, Resize{web, 6}}));
    editor.undo();
    QCOMPARE(number, 7);
    QVERIFY(editor.canUndo() && !editor.toUndo());
    QCOMPARE(editor.asideToUndo()->title(), QStringLiteral("7"));
    editor.undo();
    QCOMPARE(number, 0);
    QVERIFY(editor.canRedo() && !editor.toRedo());
    QCOMPARE(editor.asideToRedo()->title(), QStringLiteral("7"));
    QCOMPARE(*editor.toUndo(), Edit(Resize{web, 5}));
    QVERIFY(!editor.asideToUndo());
    editor.redo();
    QCOMPARE(number, 7);
    QCOMPARE(editor.blueprint().groups.first().size, 5);
}

void TestBlueprintEditor::stepsMayBecomeOne()
{
    int number = 0;
    BlueprintEditor editor;
    openText(editor);
    editor.take(std::make_unique<Adding>(&number, 2));
    editor.take(std::make_unique<Adding>(&number, 2));
    editor.take(std::make_unique<Adding>(&number, 3));
    QCOMPARE(number, 7);
    QVERIFY(!editor.isModified());
    editor.undo();
    QCOMPARE(number, 4);
    editor.undo();
    QCOMPARE(number, 0);
    QVERIFY(!editor.canUndo());
}

void TestBlueprintEditor::renamesAreToldBothWays()
{
    BlueprintEditor editor;
    openText(editor);
    QSignalSpy renamed(&editor, &BlueprintEditor::renamed);
    QVERIFY(!editor.edit(Rename{web, front}));
    editor.undo();
    editor.redo();
    QVERIFY(!editor.edit(Resize{front, 5}));
    QCOMPARE(renamed, (QList<QVariantList>{{web, front}, {front, web}, {web, front}}));
}

QTEST_GUILESS_MAIN(TestBlueprintEditor)
#include "tst_blueprint_editor.moc"
