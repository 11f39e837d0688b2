using MlMaths.Torch.Tests.Projects;
using MlMaths.Torch.Tests.Stories;

[assembly: AssemblyFixture(typeof(SmallPages))]

namespace MlMaths.Torch.Tests.Stories;

/// <summary>A quick run of each program that leaves a page and has no shared run of its own, made once for all tests.</summary>
public sealed class SmallPages : IDisposable
{
    private const string Expression = "(sigmoid(w1*x1 + w2*x2 + b) - y)^2 + λ/2*(w1^2 + w2^2)";

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("mlmaths-");
    private readonly Dictionary<string, RunOf> _runs = [];
    private readonly List<RunOf> _compared = [];

    public static IReadOnlyList<string> Names => ["leakage", "study", "train", "doctor", "log", "compare-runs", "explain", "inspect"];

    public void Dispose()
    {
        foreach (RunOf run in _runs.Values.Concat(_compared)) run.Dispose();
        _home.Delete(recursive: true);
    }

    internal string Folder(string name)
    {
        if (!_runs.TryGetValue(name, out RunOf? run)) _runs[name] = run = Run(name);
        return run.Folder ?? throw new InvalidOperationException($"No page of {name}: {run.Errors}");
    }

    private PortfolioRunOf Run(string name) => name switch
    {
        "leakage" => new PortfolioRunOf("leakage", "--quick"),
        "study" => new PortfolioRunOf("study", "width", "--quick", "--data", "iris", "--seed", "3"),
        "train" => new PortfolioRunOf("train", Spec("""{ "data": { "set": "iris" }, "training": { "epochs": 5 } }""")),
        "doctor" => new PortfolioRunOf(
            "doctor", Spec("""{ "data": { "set": "line" }, "slips": { "targets_broadcast": true } }""")),
        "log" => new PortfolioRunOf("doctor", Log()),
        "compare-runs" => new PortfolioRunOf(
            "compare-runs", Compared("logistic", "--quick"), Compared("logistic", "--quick", "--penalty", "1")),
        "explain" => new PortfolioRunOf(
            "explain", Expression, "w1=0.4", "x1=1.2", "w2=-0.7", "x2=0.3", "b=0.1", "y=1", "λ=0.01"),
        "inspect" => new PortfolioRunOf("inspect", Visits()),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such program"),
    };

    private string Compared(params string[] arguments)
    {
        _compared.Add(new PortfolioRunOf(arguments));
        return _compared[^1].Folder!;
    }

    private string Spec(string text) => Written($"training-{_runs.Count}.json", text);

    // Validation turns round after twenty epochs of sixty.
    private string Log() => Written("log.csv", string.Join('\n', ["epoch,loss,val_loss", .. Enumerable.Range(0, 60).Select(epoch =>
    {
        double fall = Math.Exp(-epoch / 8.0), noise = 0.01 * Math.Sin(2.3 * epoch);
        return FormattableString.Invariant(
            $"{epoch},{0.05 + 1.2 * fall + 0.5 * noise:0.0000},{0.4 + 0.8 * fall + 0.012 * Math.Max(0, epoch - 20) + noise:0.0000}");
    })]));

    private string Visits() => Written("visits.csv", string.Join('\n', ["age,plan,left", .. Enumerable.Range(0, 90).Select(row =>
        $"{20 + row * 7 % 41},{(row % 3 == 0 ? "plus" : "basic")},{(row * 7 % 41 > 20 ? "yes" : "no")}")]));

    private string Written(string name, string text)
    {
        string file = Path.Combine(_home.FullName, name);
        File.WriteAllText(file, text);
        return file;
    }
}
