using System.Text;
using MlMaths.Torch.LogisticRegression;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Fuzz.Kinds;

/// <summary>
/// The documents of a run that <c>--resume</c> reads: <c>command.json</c>, and after a line with a bar
/// <c>results.json</c>. What is accepted is followed up to the options that the run would go on with.
/// </summary>
internal sealed class CommandJsonKind : IFuzzedKind
{
    private const string Bar = "\n|\n";

    private static readonly FuzzedCommand Resumed = FuzzedCommand.Of("LogisticRegression", new LogisticProject());

    public string Name => "documents";

    public IReadOnlyList<byte[]> Examples { get; } =
    [
        .. new[]
        {
            """
            {"schema":1,"project":"logistic-regression","args":["--quick","--seed","3"],
            "started_at":"2026-01-02T03:04:05Z","seed":3,"device":"cpu","data":{"name":"breast_cancer","rows":569,
            "columns":30,"target":"diagnosis","positive":"malignant","sha256":"0123456789abcdef"}}
            """ + Bar + """{"schema":1,"project":"logistic-regression","status":"cancelled","measurements":[]}""",
            """
            {"schema":1,"project":"logistic-regression","args":[],"started_at":"2026-01-02T03:04:05Z","seed":7,
            "device":"cpu","data":null}
            """ + Bar + "{}",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    public byte[] Change(byte[] input, Random chance)
    {
        string[] parts = Encoding.UTF8.GetString(input).Split(Bar);
        int part = chance.Next(3) == 0 ? parts.Length - 1 : 0;
        parts[part] = Encoding.UTF8.GetString(JsonChange.Of(Encoding.UTF8.GetBytes(parts[part]), chance));
        return Encoding.UTF8.GetBytes(string.Join(Bar, parts));
    }

    public bool Read(byte[] input)
    {
        string folder = Path.Combine(TemporaryFolder.OfThread, "run");
        Furnish(folder, input);
        using var run = InterruptedRun.Open(folder, "logistic-regression");
        Resumed.Check([.. run.Record.Args]);
        _ = new DateTimeOffset(run.Record.StartedAt);
        return true;
    }

    public string[] Command(byte[] input, string file)
    {
        string folder = file + ".run";
        Furnish(folder, input);
        return ["LogisticRegression", "--resume", folder, "--quiet"];
    }

    private static void Furnish(string folder, byte[] input)
    {
        Directory.CreateDirectory(folder);
        string text = Encoding.Latin1.GetString(input);
        int bar = text.IndexOf(Bar, StringComparison.Ordinal);
        File.WriteAllBytes(Path.Combine(folder, CommandRecord.Name), input[..(bar < 0 ? input.Length : bar)]);
        File.WriteAllBytes(Path.Combine(folder, "results.json"), bar < 0 ? [] : input[(bar + Bar.Length)..]);
    }
}
