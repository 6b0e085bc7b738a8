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

QTEST_GUILESS_MAIN(TestBlueprintEditor)
#include "tst_blueprint_editor.moc"
