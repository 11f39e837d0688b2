using MlMaths.Torch.ImbalancedDecision;
using MlMaths.Torch.ImbalancedDecision.Sections;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Tests.Projects;

public sealed class MonitorFindingsTests
{
    private static readonly Lazy<WatchedYear> Year = new(() => WatchedYear.Draw(24_000, seed: 4));

    private static readonly Lazy<MonitorFindings> Watched = new(() => Year.Value.Watch(seed: 4));

    [Fact]
    public void Every_row_lies_in_one_window_and_every_window_is_a_week()
    {
        DeployedWindows windows = Watched.Value.Windows;
        Assert.Equal([.. Enumerable.Range(33, 20).Select(week => $"week {week}")], windows.All.Select(window => window.Name));
        Assert.Equal((8, "week"), (windows.DeployedFrom, windows.Unit));
        Assert.Equal(Year.Value.Test.Rows.Concat(Year.Value.Deployment.Rows).Order(),
            windows.All.SelectMany(window => window.Rows.Rows).Order());
    }

    [Fact]
    public void The_tripled_rate_is_noticed_and_estimated()
    {
        MonitorFindings findings = Watched.Value;
        Assert.InRange(findings.AlarmWeek.Value!.Value, 41, 44);
        Assert.InRange(findings.Each.Count(window => window.EstimateHolds), 16, 20);
        Assert.InRange(findings.Shift!.LastRate!.Value, 0.02, 0.1);
        Assert.True(findings.Shift.OracleSaved.Value > 0 && findings.Saved.HasEnds, $"{findings.Saved} {findings.Shift.OracleSaved}");
        Assert.InRange(findings.FalseRate.Value!.Value, 0.005, 0.016);
    }

    [Fact]
    public void The_column_that_drifts_is_named_from_the_week_of_its_drift_on()
    {
        MonitoredWindow[] before = [.. Watched.Value.Each.Take(14)], after = [.. Watched.Value.Each.Skip(14)];
        Assert.InRange(before.Count(window => window.Drifted.Count > 0), 0, 1);
        Assert.InRange(after.Count(window => window.Drifted.Any(column => column.Column == "amount")), 3, 6);
    }

    [Fact]
    public void A_threshold_is_moved_by_windows_that_are_over_alone()
    {
        MonitoredWindow[] deployed = [.. Watched.Value.Each.Skip(8)];
        MonitoredWindow last = deployed[^1];
        MonitoredWindow[] changed =
        [
            .. deployed[..^1], last with
            {
                Window = last.Window with
                {
                    Rows = last.Window.Rows with
                    {
                        Probabilities = [.. last.Window.Rows.Probabilities.Select(_ => 0.9)],
                    },
                },
            },
        ];
        Assert.Equal(Shift(deployed)!.Threshold, Shift(changed)!.Threshold);
        Assert.NotEqual(Shift(deployed)!.Saved.Value, Shift(changed)!.Saved.Value);

        static ThresholdShift? Shift(MonitoredWindow[] windows) =>
            ThresholdShift.Of(
                Watched.Value.Reference, windows, null, WatchedYear.Costs, WatchedYear.Costs.ElkanThreshold, seed: 1,
                resamples: 50);
    }

    [Fact]
    public void Rows_without_times_are_drawn_into_windows_that_say_so()
    {
        WatchedYear year = Year.Value;
        ScoredRows test = DeployedWindows.Select(year.Test, [.. Enumerable.Range(0, 2000)]) with { Times = null };
        var windows = DeployedWindows.Of(year.Rows, year.Reference, test, null, 0.2, seed: 1);
        Assert.Equal((12, 4, 2000, 0.2), (windows.All.Count, windows.DeployedFrom, windows.Pool, windows.NewRate));
        Assert.All(windows.All, window => Assert.Equal(500, window.Rows.Count));
        Assert.InRange(windows.All.Skip(4).Average(window => window.Rows.Positives / 500.0), 0.17, 0.23);
        Assert.InRange(windows.All.Take(4).Average(window => window.Rows.Positives / 500.0), 0, 0.03);
    }

    [Fact]
    public void Short_times_are_joined_until_a_window_is_large_enough()
    {
        WatchedYear year = Year.Value;
        ScoredRows rare = DeployedWindows.Select(year.Test, [.. Enumerable.Range(0, year.Test.Count).Where(row => row % 4 == 0)]);
        var windows = DeployedWindows.Of(year.Rows, year.Reference, rare, null, null, seed: 1);
        Assert.Equal("window", windows.Unit);
        Assert.All(windows.All, window => Assert.True(window.Rows.Count >= 200, $"{window.Rows.Count}"));
        Assert.Equal("week 33 to 34", windows.All[0].Name);
    }

    [Fact]
    public void The_page_is_written_whether_or_not_there_is_an_alarm_or_a_threshold_to_move()
    {
        MonitorFindings quiet = Watched.Value with { Each = [.. Watched.Value.Each.Take(8)], Shift = null };
        string page = Page(quiet), usual = Page(Watched.Value);
        Assert.Contains("the alarm never goes off", page, StringComparison.Ordinal);
        Assert.Contains("was not moved: no deployed window raised the alarm", page, StringComparison.Ordinal);
        Assert.Contains("base rate, and **amount**", usual, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", usual + page, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", usual + page, StringComparison.Ordinal);
    }

    private static string Page(MonitorFindings findings) =>
        MarkdownReport.Write(new Report("watched", "", [MonitoringSection.Of(findings), ShiftSection.Of(findings)]));
}
