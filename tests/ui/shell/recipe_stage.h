// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/shell/window_test.h"
#include "ui/shell/recipes/code_view.h"

#include <QComboBox>
#include <QListWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QTreeView>

namespace snowmelt {

/// A window with the lab's fleet, its recipes beside it, and the moves of who edits them.
class RecipeStage : public WindowStage
{
public:
    RecipeStage()
    {
        QDir(folder()).mkpath(QStringLiteral("recipes"));
        put("os", "snowmelt-recipe: 1\ntier: os\nsuite: bookworm\ndescription: Debian 12\n"
                  "packages: [tini, openssh-server, ca-certificates]\nports: [22]\n");
        put("web", "snowmelt-recipe: 1\ntier: foundation\nparent: os/debian-12@12.1\npackages: [python3]\n");
        put("haproxy", "snowmelt-recipe: 1\ntier: foundation\nparent: os/debian-12@12.1\npackages: [haproxy]\n");
        put("postgresql",
            "snowmelt-recipe: 1\ntier: foundation\nparent: os/debian-12@12.1\npackages: [postgresql-15]\n");
        put("shop-1.0.0", shop());
        put("shop-1.1.0", shop());
    }

    static QByteArray shop()
    {
        return "# The shop, ready to serve.\nsnowmelt-recipe: 1\ntier: immutable\nparent: foundation/web@1\n"
               "description: The shop\npackages: [rsyslog]   # ships the access log\nusers:\n  - {name: shop, home: "
               "/nonexistent}\n"
               "files:\n  - {path: /etc/motd, content: \"hello\\n\"}\ncommands:\n"
               "  - install -d -o shop -g shop -m 0750 /var/log/shop\nservices:\n"
               "  - {name: shop, command: python3 -B /opt/shop/shop.py}\nports: [8080]\n";
    }

    QString folder() const { return QFileInfo(path()).path(); }
    QString recipe(const char* name) const
    {
        return folder() + QStringLiteral("/recipes/%1.yaml").arg(QLatin1String(name));
    }
    void put(const char* name, const QByteArray& text) const
    {
        QFile file(recipe(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }
    QByteArray onDisk(const char* name) const
    {
        QFile file(recipe(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("gone");
    }

    /// The menu's way in: the blueprint's last image, shop 1.1.0.
    void edit()
    {
        openUp();
        chooseInMenu("actionEditRecipe");
        QTRY_VERIFY(find("recipeWindow"));
        settle();
    }
    /// Until what is typed has been judged.
    void settle() const { QTRY_VERIFY_WITH_TIMEOUT(text("recordRemark").contains(u'.'), 30'000); }
    CodeView* editor() const { return find<CodeView>("recipeText"); }
    QListWidget* problems() const { return find<QListWidget>("recipeProblems"); }
    void press(const QKeySequence& keys) const
    {
        QWidget* recipes = find("recipeWindow");
        recipes->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(recipes));
        QTest::keySequence(recipes, keys);
    }
    /// By keys where the text is; words are undone one by one.
    void pressOften(const QKeySequence& keys) const
    {
        for (int i = 0; i < 40; ++i)
            QTest::keySequence(editor(), keys);
    }
    /// At the end of the text, key by key.
    void type(const char* text) const
    {
        editor()->setFocus();
        QTest::keyClick(editor(), Qt::Key_End, Qt::ControlModifier);
        for (const char* key = text; *key; ++key) {
            if (*key == '\n')
                QTest::keyClick(editor(), Qt::Key_Return);
            else
                QTest::keyClick(editor(), *key);
        }
    }
    void waitForProblems(int count) const
    {
        QTRY_VERIFY_WITH_TIMEOUT((problems() ? problems()->count() : 0) == count, 30'000);
    }
};

} // namespace snowmelt
