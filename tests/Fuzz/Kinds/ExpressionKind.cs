using System.Text;
using MlMaths.Torch.Calculus;
using MlMaths.Torch.Exercises.Explain;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Fuzz.Kinds;

/// <summary>An expression and values for its names, one a line, as <c>explain</c> takes them; to the report.</summary>
internal sealed class ExpressionKind : IFuzzedKind
{
    private static readonly string[] Pieces =
    [
        "+", "-", "*", "/", "^", "(", ")", ",", "[", "]", "exp(", "log(", "sqrt(", "sin(", "cos(", "tanh(",
        "sigmoid(", "relu(", "abs(", "min(", "max(", "sum(", "dot(",
        "x", "y", "w", "b", "x^0", "0^0", "0/0", "1/0", "-x", "^-1", "²", "·", "×", "−", "π", "e", "i", " ",
    ];

    public string Name => "expression";

    public IReadOnlyList<byte[]> Examples { get; } =
    [
        .. new[]
        {
            "log(1 + exp(-(w*x + b)))\nw=2\nx=-1\nb=0.5", "sum((w*x - y)^2)\nw=0.5\nx=[1, 2, 3]\ny=[2, 4, 6]",
            "relu(x)\nx=0", "abs(log(x))\nx=1", "x^y\nx=0\ny=0",
            "max(x, y) / min(x, y)\nx=1\ny=1", "dot(x, y)/sqrt(sum(x^2))\nx=[1,2]\ny=[3,4]",
            "tanh(sin(cos(x)))\nx=1e9",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    public byte[] Change(byte[] input, Random chance)
    {
        string[] lines = Encoding.UTF8.GetString(input).Split('\n');
        int least = chance.Next(2); // half of the time the values alone, so that many are computed to the end
        for (int times = 1 + chance.Next(4); times > 0 && lines.Length > least; times--)
        {
            int line = least == 1 ? chance.Next(1, lines.Length) : chance.Next(3) > 0 ? 0 : chance.Next(lines.Length);
            int at = chance.Next(lines[line].Length + 1), length = Math.Min(chance.Next(4), lines[line].Length - at);
            string put = line == 0 ? chance.Next(3) > 0 ? chance.One(Pieces) : InterestingText.Any(chance)
                : InterestingText.Number(chance);
            if (line > 0 && chance.Next(4) > 0)
                lines[line] = lines[line].Split('=')[0] + "=" + InterestingText.Number(chance);
            else if (line == 0 && chance.Next(12) == 0)
                lines[line] = new string('(', 200) + lines[line];
            else
                lines[line] = lines[line][..at] + put + lines[line][(at + length)..];
        }

        return Encoding.UTF8.GetBytes(string.Join('\n', lines));
    }

    public bool Read(byte[] input)
    {
        string[] lines = Encoding.UTF8.GetString(input).Split('\n');
        var expression = Expression.Parse(lines[0]);
        var values = GivenValues.Parse(lines.Skip(1));
        var findings = ExplainFindings.Of(expression, values);
        Measurement[] measurements = [.. ExplainReport.Of(findings).Measurements];
        return measurements.All(measurement => double.IsFinite(measurement.Value ?? 0))
            ? true
            : throw new DefectException("a measurement is no number");
    }

    public string[]? Command(byte[] input, string file)
    {
        string[] words = Encoding.UTF8.GetString(input).Split('\n');
        return words.Any(word => word.Contains('\0', StringComparison.Ordinal)) ? null
            : ["Exercises", "explain", .. words, "--quiet"];
    }
}
