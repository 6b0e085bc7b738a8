// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/blueprint.h"
#include "ui/shell/finding/side_worker.h"
#include "ui/shell/history/record_window.h"

#include <QTimer>

#include <functional>
#include <optional>

class QComboBox;
class QStackedWidget;
class QTabWidget;
class QTreeView;

namespace snowmelt {

class EffectiveModel;
class RecipePage;
struct RecipeVerdict;

/// The recipes of a blueprint, one at a time: its text with live errors, and what is in effect with all its parents.
/// Nothing that was typed is lost unasked, and nothing that somebody else wrote is overwritten unasked.
class RecipeWindow final : public RecordWindow
{
    Q_OBJECT
public:
    RecipeWindow(const Blueprint& blueprint, const ImageRef& image, QWidget* parent);
    ~RecipeWindow() override;

    using Then = std::function<void()>;
    bool knows(const ImageRef& image) const { return m_blueprint.findImage(image); }
    void choose(const ImageRef& image);
    bool isChanged() const; ///< and not saved
    /// At once when there is nothing to save; else the person says.
    void whenSaved(const Then& then);

protected:
    void closeEvent(QCloseEvent* event) override;
    void reject() override;

private:
    QWidget* makeHead();
    QWidget* makeTabs();
    void addShortcuts();
    void open(const ImageRef& image);
    void load(const std::optional<QByteArray>& text);
    void follow();
    void followSave();
    void check();
    void tell(const RecipeVerdict& verdict);
    void save(const Then& then = {});
    void write(const std::optional<QByteArray>& expected, const Then& then);
    void askAboutTheirs(const std::optional<QByteArray>& theirs, const Then& then);
    QString file() const;
    QString fileName() const;
    QString whyNotSave() const;

    Blueprint m_blueprint;
    ImageRef m_image;
    std::optional<QByteArray> m_onDisk; ///< as it was read; nullopt: it is not there
    bool m_readable = true;
    QTimer m_due; ///< a check follows the last key, not each
    QComboBox* m_images = nullptr;
    QTabWidget* m_tabs = nullptr;
    RecipePage* m_page = nullptr;
    QStackedWidget* m_effectivePages = nullptr;
    QTreeView* m_effective = nullptr;
    EffectiveModel* m_model;
    QPushButton* m_save;
    SideWorker m_worker;
};

} // namespace snowmelt
