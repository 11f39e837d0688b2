using MlMaths.Torch.Exercises.Checking;
using MlMaths.Torch.Exercises.Workbench;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>The two processes together: whatever a learner's code does, the first is told, and the next file is graded.</summary>
public sealed class BenchTests
{
    private const string Right = "Tensor e = X.mv(w) + b - y; Tensor dw = 2 * X.t().mv(e) / X.size(0); Tensor db = 2 * e.mean();";

    [Fact]
    public void Whatever_the_code_does_the_answer_is_a_sentence_and_the_next_one_is_graded()
    {
        using var bench = new Bench("dotnet", ExercisesProcess.Program);
        (string Code, BenchEnding Ending, string Says)[] files =
        [
            (Right + " Console.WriteLine(42);", BenchEnding.Graded, ""),
            ("Tensor dw = torch.matmul(X, X), db = b;", BenchEnding.Stopped, "libtorch said"),
            ("Tensor dw = Deep(w), db = b; static Tensor Deep(Tensor a) => Deep(a) + 1;", BenchEnding.Stopped,
                "'Deep' calls itself without an end"),
            ("var all = new List<double[]>(); for (;;) all.Add(new double[9_000_000]); Tensor dw = w, db = b;", BenchEnding.Stopped,
                "more than a gigabyte"),
            ("Tensor dw = w", BenchEnding.DoesNotCompile, "a semicolon is missing here."),
            ("Environment.Exit(5); Tensor dw = w, db = b;", BenchEnding.Stopped, "exit code 5"),
            (Right, BenchEnding.Graded, ""),
        ];
        foreach ((string code, BenchEnding ending, string says) in files)
        {
            BenchReply reply = bench.Ask(Request(code), TestContext.Current.CancellationToken);
            Assert.Equal((code, ending), (code, reply.Ending));
            Assert.Contains(says, reply.Says, StringComparison.Ordinal);
            if (code.Contains("42", StringComparison.Ordinal)) Assert.StartsWith("42\n", reply.Printed, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_loop_without_an_end_is_stopped_and_its_line_is_named()
    {
        using var bench = new Bench("dotnet", ExercisesProcess.Program);
        BenchRequest request = Request("double t = 0;\nwhile (t >= 0)\n    t += 1e-300;\nTensor dw = w, db = b;");
        // What a cold child spends on libtorch and on compiling the grader is over by then, so that the seconds are the loop's own.
        Assert.Equal(BenchEnding.Graded, bench.Ask(Request(Right), TestContext.Current.CancellationToken).Ending);
        BenchReply reply = bench.Ask(request with { Time = TimeSpan.FromSeconds(2) }, TestContext.Current.CancellationToken);
        Assert.Equal(BenchEnding.Stopped, reply.Ending);
        Assert.Equal(Array.FindIndex(request.Text.Split('\n'), line => line.StartsWith("while", StringComparison.Ordinal)) + 1, reply.Line);
    }

    private static BenchRequest Request(string code)
    {
        string stub = CheckFiles.StubOf("linear-mse").Text("../..");
        int from = stub.IndexOf("// ▼", StringComparison.Ordinal), to = stub.IndexOf("// ▲", StringComparison.Ordinal);
        return new(BenchJobs.Derivation, "linear-mse", $"{stub[..from]}{code}\n{stub[to..]}", 7);
    }
}
