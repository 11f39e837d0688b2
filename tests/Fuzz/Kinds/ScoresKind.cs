using System.Text;
using MlMaths.Torch.Portfolio;
using Spectre.Console.Testing;

namespace MlMaths.Torch.Fuzz.Kinds;

/// <summary>
/// Predictions of anybody's, through <c>metrics --json</c> and <c>compare --json</c> to the last number.
/// </summary>
internal sealed class ScoresKind : IFuzzedKind
{
    public string Name => "scores";

    public IReadOnlyList<byte[]> Examples { get; } =
    [
        .. new[]
        {
            "t,s,r\n1,0.9,0.7\n0,0.2,0.1\n1,0.8,0.4\n0,0.4,0.6\n1,0.7,0.7\n0,0.1,0.3\n",
            "t,s,r,split\nyes,2.5,1,test\nno,-1,0,test\nyes,1,1,training\nno,0,-1,training\nno,-3,-2,test\n",
            "s,t,r\n1,1,1\n0,0,0\n1,0,0\n0,1,1\n",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    public byte[] Change(byte[] input, Random chance) => TableChange.Of(input, chance);

    public bool Read(byte[] input)
    {
        string file = TemporaryFolder.Write("scores.csv", input);
        Answered(["metrics", "--json", "--scores", file, "--target", "t", "--score", "s"]);
        Answered(["compare", "--json", "--scores", file, "--target", "t", "--score", "s,r"]);
        return true;
    }

    public string[] Command(byte[] input, string file) => input.Length % 2 == 0
        ? ["mlmaths", "metrics", "--json", "--scores", file, "--target", "t", "--score", "s"]
        : ["mlmaths", "compare", "--json", "--scores", file, "--target", "t", "--score", "s,r"];

    private static void Answered(string[] args)
    {
        using TestConsole output = new(), errors = new();
        errors.Profile.Width = output.Profile.Width = 100_000;
        int code = PortfolioProgram.Commands.Run(args, output, errors);
        string said = errors.Output.TrimEnd('\n');
        if (code == 2)
            throw new UserMistakeException(said);
        if (code != 0)
            throw new DefectException($"exit {code}: {said}");
        string shown = output.Output;
        if (shown.Contains("NaN", StringComparison.Ordinal) || shown.Contains("Infinity", StringComparison.Ordinal))
            throw new DefectException("a number that is none was printed");
    }
}
