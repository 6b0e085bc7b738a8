// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/main_window.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QTest>

#include <memory>

namespace snowmelt {

/// The moves a person makes in a window: finds what is visible, and clicks it.
class WindowHand
{
public:
    template <typename Widget = QWidget>
    Widget* find(const char* name) const
    {
        const QString wanted = QString::fromLatin1(name);
        for (QWidget* top : QApplication::topLevelWidgets()) {
            if (auto* own = qobject_cast<Widget*>(top); own && top->objectName() == wanted && top->isVisible())
                return own;
        }
        const auto all = window->findChildren<Widget*>(wanted);
        for (Widget* widget : all) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    QAction* action(const char* name) const { return window->findChild<QAction*>(QString::fromLatin1(name)); }
    QString text(const char* name) const
    {
        auto* label = find<QLabel>(name);
        return label ? label->text() : QString();
    }
    /// A real click in the middle of the button.
    void click(const char* name) const
    {
        const auto ready = [&] {
            auto* button = find<QAbstractButton>(name);
            return button && button->isEnabled();
        };
        QVERIFY2(QTest::qWaitFor(ready, 10'000), name);
        QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton);
    }
    /// Waits for the plan of the rehearsal that is open, and accepts each warning of it that is not accepted yet.
    void acceptWarnings() const
    {
        QVERIFY(QTest::qWaitFor([&] { return find("swapChecks") != nullptr; }, 30'000));
        const auto boxes = find("swapChecks")->findChildren<QAbstractButton*>(QStringLiteral("acceptWarning"));
        for (QAbstractButton* box : boxes) {
            if (!box->isChecked())
                QTest::mouseClick(box, Qt::LeftButton, {}, {8, box->height() / 2});
        }
    }
    /// Opens the menu that holds the action and clicks it there.
    void chooseInMenu(const char* name) const
    {
        QAction* wanted = action(name);
        QVERIFY2(wanted && QTest::qWaitFor([&] { return wanted->isEnabled(); }, 10'000), name);
        QMenuBar* bar = window->findChild<QMenuBar*>();
        for (QAction* title : bar->actions()) {
            QMenu* menu = title->menu();
            if (!menu || !menu->actions().contains(wanted))
                continue;
            QTest::mouseClick(bar, Qt::LeftButton, {}, bar->actionGeometry(title).center());
            QVERIFY2(QTest::qWaitFor([&] { return menu->isVisible(); }), name);
            return QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(wanted).center());
        }
        QFAIL(name);
    }
    static QModelIndex row(const QAbstractItemView* view, int role, const QVariant& value)
    {
        const QModelIndexList found =
            view->model()->match(view->model()->index(0, 0), role, value, 1, Qt::MatchExactly | Qt::MatchRecursive);
        return found.value(0);
    }
    static void clickRow(QAbstractItemView* view, const QModelIndex& index)
    {
        QVERIFY(index.isValid());
        view->scrollTo(index);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
    }

    std::unique_ptr<MainWindow> window;
};

} // namespace snowmelt
