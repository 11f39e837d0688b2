using Spectre.Console;
using Words = Spectre.Console.Text;

namespace MlMaths.Torch.Cli;

/// <summary>A bar per stage, on a terminal.</summary>
internal sealed class BarProgress(ProgressContext bars, IAnsiConsole console) : RunProgress
{
    /// <summary>Shows the bars while the work runs.</summary>
    public static T Show<T>(IAnsiConsole console, Func<RunProgress, T> work) =>
        console.Progress()
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(),
                new ElapsedTimeColumn(), new RemainingTimeColumn())
            .Start(bars => work(new BarProgress(bars, console)));

    public override ProgressStage Stage(string name, double steps = 1) => new Bar(name, bars.AddTask(Shown(name), maxValue: steps));

    public override void Say(string sentence) => console.Write(new Words(HarmlessText.Line(sentence) + Environment.NewLine));

    private static string Shown(string text) => Markup.Escape(HarmlessText.Line(text));

    private sealed class Bar(string name, ProgressTask bar) : ProgressStage
    {
        public override void Advance(double steps = 1) => bar.Increment(steps);

        public override void Tell(string standing) => bar.Description = Shown($"{name}: {standing}");

        public override void Dispose()
        {
            bar.Description = Shown(name);
            bar.Value = bar.MaxValue;
            bar.StopTask();
        }
    }
}
