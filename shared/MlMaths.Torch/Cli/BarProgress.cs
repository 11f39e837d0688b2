using Spectre.Console;

namespace MlMaths.Torch.Cli;

/// <summary>A bar per stage, on a terminal.</summary>
internal sealed class BarProgress(ProgressContext bars) : RunProgress
{
    /// <summary>Shows the bars while the work runs.</summary>
    public static T Show<T>(IAnsiConsole console, Func<RunProgress, T> work) =>
        console.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .Start(bars => work(new BarProgress(bars)));

    public override ProgressStage Stage(string name, double steps = 1) => new Bar(name, bars.AddTask(Markup.Escape(name), maxValue: steps));

    private sealed class Bar(string name, ProgressTask bar) : ProgressStage
    {
        public override void Advance(double steps = 1) => bar.Increment(steps);

        public override void Tell(string standing) => bar.Description = Markup.Escape($"{name}: {standing}");

        public override void Dispose()
        {
            bar.Description = Markup.Escape(name);
            bar.Value = bar.MaxValue;
            bar.StopTask();
        }
    }
}
