using System.Text;
using MlMaths.Torch.Cli;
using MlMaths.Torch.EvaluationPack.Distributions;
using MlMaths.Torch.EvaluationPack.Evaluate;
using MlMaths.Torch.EvaluationPack.Leakage;
using MlMaths.Torch.EvaluationPack.Regression;
using MlMaths.Torch.EvaluationPack.Scores;
using MlMaths.Torch.Exercises.Calculus;
using MlMaths.Torch.Exercises.Explain;
using MlMaths.Torch.ImbalancedDecision;
using MlMaths.Torch.LogisticRegression;
using MlMaths.Torch.NeuralNetDiagnostics;
using MlMaths.Torch.NeuralNetDiagnostics.Studies;
using MlMaths.Torch.PcaClustering;

namespace MlMaths.Torch.Fuzz.Kinds;

/// <summary>
/// What may be typed after the name of a command, one word a line, the command first; up to the options that it would
/// run with.
/// </summary>
internal sealed class OptionsKind : IFuzzedKind
{
    private static readonly FuzzedCommand[] Commands =
    [
        FuzzedCommand.Of("LogisticRegression", new LogisticProject()),
            FuzzedCommand.Of("PcaClustering", new PcaClusteringProject()),
        FuzzedCommand.Of("ImbalancedDecision", new DecisionProject()),
            FuzzedCommand.Of("NeuralNetDiagnostics", new NeuralNetProject()),
        FuzzedCommand.Of("mlmaths", new StudyProject()),
        FuzzedCommand.Of("mlmaths", new EvaluationProject()), FuzzedCommand.Of("mlmaths", new LeakageProject()),
            FuzzedCommand.Of("mlmaths", new MetricsProject()),
        FuzzedCommand.Of("mlmaths", new CompareProject()), FuzzedCommand.Of("mlmaths", new RegressionProject()),
        FuzzedCommand.Of("mlmaths", new DistributionsProject()),
            FuzzedCommand.Of("Exercises", new CalculusProject()), FuzzedCommand.Of("Exercises", new ExplainProject()),
    ];

    public string Name => "options";

    public IReadOnlyList<byte[]> Examples { get; } =
        [.. Commands.SelectMany((command, number) => command.Good()
            .Select(words => Encoding.UTF8.GetBytes($"{number}\n{words}")))];

    public byte[] Change(byte[] input, Random chance)
    {
        List<string> words = [.. Encoding.UTF8.GetString(input).Split('\n')];
        FuzzedCommand command = CommandOf(words);
        for (int times = 1 + chance.Next(4); times > 0; times--)
        {
            int at = 1 + chance.Next(words.Count);
            switch (chance.Next(6))
            {
                case 0 when at < words.Count:
                    words.RemoveAt(at);
                    break;
                case 1 when at < words.Count:
                    words[at] = InterestingText.Any(chance);
                    break;
                case 2:
                    words.Insert(at, InterestingText.Any(chance));
                    break;
                case 3:
                    words.Insert(at, $"{chance.One(command.Names)}={InterestingText.Any(chance)}");
                    break;
                default:
                    words.InsertRange(at, [chance.One(command.Names), InterestingText.Any(chance)]);
                    break;
            }
        }

        return Encoding.UTF8.GetBytes(string.Join('\n', words));
    }

    public bool Read(byte[] input)
    {
        string[] words = Encoding.UTF8.GetString(input).Split('\n');
        CommandOf(words).Check(words[1..]);
        return true;
    }

    public string[]? Command(byte[] input, string file)
    {
        string[] words = Encoding.UTF8.GetString(input).Split('\n');
        if (words.Any(word => word.Contains('\0', StringComparison.Ordinal) || word == CommandLine.Help))
            return null;
        FuzzedCommand command = CommandOf(words);
        // What the options allow would be run, for minutes: only refusals are of interest here.
        return [command.Program, .. command.Verb is { } verb ? [verb]
            : Array.Empty<string>(), .. words[1..], "--quick", "--quiet"];
    }

    private static FuzzedCommand CommandOf(IReadOnlyList<string> words) =>
        Commands[int.TryParse(words[0], out int number) ? Math.Abs(number % Commands.Length) : 0];
}
