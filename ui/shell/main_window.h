// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/operations.h"

#include <QMainWindow>

#include <memory>

namespace snowmelt {

/// The window. Talks to the backend through the port alone.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// `labBlueprint` is what "Try the lab" opens.
    MainWindow(Operations* operations, QString labBlueprint, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Reads, checks and opens a blueprint; problems are shown in the window, with their places.
    void openBlueprint(const QString& path);

protected:
    void closeEvent(QCloseEvent* event) override;
    bool event(QEvent* event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace snowmelt
