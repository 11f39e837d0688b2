using System.Text.Json;
using MlMaths.Torch.Cli;
using MlMaths.Torch.Exercises.MyWork;
using MlMaths.Torch.Exercises.Workbench;
using Spectre.Console;
using Words = Spectre.Console.Text;

namespace MlMaths.Torch.Exercises.Checking;

/// <summary>All derivations, and how far a learner is.</summary>
internal static class CheckList
{
    /// <summary>One line each; false where something that was written is wrong, since what is not written yet is no mistake.</summary>
    public static bool Show(ToolContext context)
    {
        var work = new WorkFolder(context.Of(WorkFolder.Option));
        Grid grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(3))
            .AddColumn(new GridColumn().NoWrap().PadRight(3)).AddColumn(new GridColumn().NoWrap());
        bool isWrong = false;
        using var bench = new Lender();
        foreach (string name in CheckFiles.Names)
        {
            string file = work.PathOf(CheckFiles.PlaceOf(name));
            (string state, bool wrong) = File.Exists(file) ? StateOf(bench.Bench, name, file, context) : ("not begun", false);
            isWrong |= wrong;
            grid.AddRow(new Words(name, new Style(Color.Blue)), new Words(state), new Words(File.Exists(file) ? file : ""));
        }

        context.Output.Write(grid);
        context.Say();
        context.Say($"Begin one, or grade it: {CommandSet.Typed("check")} NAME. Your files are in {work.PathOf("derivations")}.");
        return !isWrong;
    }

    private static (string State, bool IsWrong) StateOf(Bench bench, string name, string file, ToolContext context)
    {
        BenchReply reply = bench.Ask(
            new(BenchJobs.Derivation, name, WorkFolder.Read(file), context.Of(CommonOptions.SeedOption)), context.Cancellation);
        return reply.Grade?.Deserialize<DerivationGrade>(BenchWire.Json) switch
        {
            null => (reply.Ending == BenchEnding.Stopped ? "stopped" : "does not compile", true),
            { IsRight: true } => ("right", false),
            { IsUnwritten: true } => ("not written yet", false),
            var grade => ($"{grade.Parameters.Count(one => one.Verdict == GradedAs.Right)} of {grade.Parameters.Count} right", true),
        };
    }

    // A child is started only where there is something to grade.
    private sealed class Lender : IDisposable
    {
        private Bench? _bench;

        public Bench Bench => _bench ??= new Bench();

        public void Dispose() => _bench?.Dispose();
    }
}
