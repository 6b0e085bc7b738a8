// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/tree_row.h"
#include "tests/ui/shell/scripted_operations.h"
#include "ui/shell/frame/appearance.h"
#include "ui/shell/frame/session.h"
#include "ui/shell/images/images_window.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QPointer>
#include <QStandardPaths>
#include <QTest>
#include <QTreeView>

#include <memory>

namespace snowmelt {

/// The window on a fleet's images over scripted operations, and the moves a person makes in it. Both versions of the
/// shop are built, unless told; three nodes run the first.
class ImagesStage
{
public:
    explicit ImagesStage(bool nextBuilt = true)
    {
        const QString settings = QStandardPaths::writableLocation(QStandardPaths::ConfigLocation);
        QDir(settings + QStringLiteral("/snowmelt")).removeRecursively();
        wear(Appearance::Light, Language::English);
        operations.images = sample::images(nextBuilt);
    }
    ~ImagesStage() { delete window.data(); }

    static void wear(Appearance appearance, Language language)
    {
        applyAppearance(appearance);
        applyLanguage(language);
    }
    void openImages()
    {
        Blueprint blueprint;
        blueprint.name = QStringLiteral("shop");
        session.document()->open(blueprint);
        FleetState fleet = sample::fleet({QStringLiteral("web-1"), QStringLiteral("web-2"), QStringLiteral("web-3")});
        for (GroupState& group : fleet.groups)
            for (NodeState& node : group.nodes)
                node.digest = operations.images[4].digest;
        tell(QStringLiteral("watch"), FleetObserved{fleet});
        tell(QStringLiteral("images"), ImagesListed{operations.images});
        openAgain();
    }
    void openAgain()
    {
        window = new ImagesWindow(&session, nullptr);
        QObject::connect(window, &ImagesWindow::buildAsked, window,
                         [this](const ImageRef& image) { asked.append(image); });
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window));
    }
    /// What the session was told by an operation that is not a person's.
    void tell(const QString& verb, const EventBody& body)
    {
        session.document()->apply({verb, sample::at(0), Started{verb, QStringLiteral("shop"), {}}});
        session.document()->apply({verb, sample::at(0), body});
    }

    /// Only what is in sight.
    template <typename Widget = QWidget>
    Widget* find(const char* name) const
    {
        for (Widget* widget : window->findChildren<Widget*>(QString::fromLatin1(name)))
            if (widget->isVisible())
                return widget;
        return nullptr;
    }
    QString text(const char* name) const { return find(name) ? find<QLabel>(name)->text() : QString(); }
    void click(const char* name) const
    {
        QVERIFY2(find<QAbstractButton>(name) && find(name)->isEnabled(), name);
        QTest::mouseClick(find(name), Qt::LeftButton);
    }
    QTreeView* lineage() const { return find<QTreeView>("lineageTree"); }
    QTreeView* differences() const { return find<QTreeView>("imageComparisonTree"); }
    QModelIndex indexOf(const char* ref) const
    {
        const QAbstractItemModel* model = lineage()->model();
        return model->match(model->index(0, 0), IdRole, QString::fromLatin1(ref), 1, Qt::MatchRecursive).value(0);
    }
    void clickRow(QTreeView* view, const QModelIndex& row, Qt::KeyboardModifiers keys = {}) const
    {
        QVERIFY(row.isValid());
        view->scrollTo(row);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, keys, view->visualRect(row).center());
    }
    void choose(const char* ref, Qt::KeyboardModifiers keys = {}) const { clickRow(lineage(), indexOf(ref), keys); }
    /// The comparison that was asked for by choosing both versions of the shop.
    OperationId chooseShops() const
    {
        choose("shop@1.0.0");
        choose("shop@1.1.0", Qt::ControlModifier);
        return operations.lastOf<ImageDiffIntent>();
    }
    void answer(const ImageDiff& diff)
    {
        const OperationId id = operations.lastOf<ImageDiffIntent>();
        operations.say(id, ImagesCompared{diff});
        operations.finish(id, OutcomeKind::Differences, Safety::Unchanged);
    }

    ScriptedOperations operations;
    Session session{&operations};
    QPointer<ImagesWindow> window;
    QList<ImageRef> asked; ///< to be built
};

/// Two versions of the shop: an update of Debian, another file and another line of the recipe.
inline ImageDiff shopDiff()
{
    using enum ImagePart;
    using enum ImageChange;
    const QList<ImageRecord> images = sample::images(true);
    ImageDiff diff{images[4], images[5], {}, true, true, {}};
    diff.to.size = diff.from.size + 4'200'000;
    diff.differences = {
        {Package, Newer, "libssl3:amd64", u"3.0.11-1~deb12u2"_qs, u"3.0.13-1~deb12u1"_qs, {u"version"_qs}},
        {Package, Older, "nginx", u"1.22.1-9"_qs, u"1.22.1-8"_qs, {u"version"_qs}},
        {Package, Removed, "telnet", u"0.17+2.4-2"_qs, {}},
        {Package, Added, "tzdata", {}, u"2024a-0+deb12u1"_qs},
        {File,
         Changed,
         "/etc/motd",
         u"0644 root root 12 B"_qs,
         u"0600 root root 34 B"_qs,
         {u"mode"_qs, u"size"_qs, u"content"_qs}},
        {File,
         Added,
         "/opt/shop/assets/a-rather-long-folder-name/with-another-one/and-a-long-file-name.json",
         {},
         u"0644 root root 48213 B"_qs},
        {User, Added, "shop", {}, u"101 101 /nonexistent /usr/sbin/nologin"_qs},
        {Port, Added, "8443", {}, {}},
        {Service,
         Changed,
         "shop",
         u"python3 -B /opt/shop/shop.py"_qs,
         u"python3 -B /opt/shop/shop.py --tls"_qs,
         {u"command"_qs}},
        {Recipe, Removed, "14", u"ports: [8080]"_qs, {}},
        {Recipe, Added, "14", {}, u"ports: [8080, 8443]"_qs}};
    for (int i = 0; i < 40; ++i)
        diff.differences.insert(6, {File,
                                    Added,
                                    "/usr/share/zoneinfo/Zone-" + QByteArray::number(i),
                                    {},
                                    u"0644 root root 1000 B"_qs,
                                    {},
                                    u"tzdata"_qs});
    diff.trail = {
        RecipeTrailKind::Between,
        {{u"9f1c2d3e4b5a69788796a5b4c3d2e1f001234567"_qs, sample::at(-86400), u"김서연"_qs, u"The shop speaks TLS"_qs},
         {u"1a2b3c4d5e6f708192a3b4c5d6e7f80912345678"_qs, sample::at(-2 * 86400), u"J. Park"_qs,
          u"tzdata, for receipts"_qs}},
        {}};
    return diff;
}

} // namespace snowmelt
