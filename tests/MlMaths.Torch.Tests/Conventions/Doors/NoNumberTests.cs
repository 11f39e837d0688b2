using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Conventions;

/// <summary>Every public member that takes numbers refuses what is none, or says what it does with it.</summary>
public sealed partial class NoNumberTests
{
    private static readonly Dictionary<string,
        string> Documentation = XDocument.Load(Path.ChangeExtension(typeof(Moments).Assembly.Location, ".xml"))
        .Descendants("member").ToDictionary(member => (string)member.Attribute("name")!, member => member.ToString());

    private static readonly string[] Names = [.. Door.All(typeof(Moments).Assembly).Select(door => door.Name)];

    [Fact]
    public void Numbers_that_are_none_are_refused_or_the_documentation_says_what_becomes_of_them() =>
        Convention.Holds(
            Door.All(typeof(Moments).Assembly).Where(door => !Elsewhere.Holds(door))
                .SelectMany(door => door.Breaches(bad => Says(door.Method, bad))),
            "Refuse them with Finite, or say in the documentation what NaN or an infinite number comes to:");

    [Fact]
    public void What_is_called_by_hand_or_left_out_is_still_there() =>
        Convention.Holds(
            ByHand.Calls.Keys.Concat(Elsewhere.Starts)
                .Where(start => !Names.Any(name => name.StartsWith(start, StringComparison.Ordinal))),
            "No member has this name any more:");

    [Theory]
    [InlineData(nameof(Planted.Halved), "is taken, and the documentation does not say")]
    [InlineData(nameof(Planted.Waiting), "no answer within")]
    [InlineData(nameof(Planted.Falling), "ArithmeticException")]
    [InlineData(nameof(Planted.Refusing), null)]
    [InlineData(nameof(Planted.Paired), "points, number 2 with NaN: is taken")]
    public void A_member_that_lets_NaN_in_never_answers_or_falls_is_found(string name, string? breach)
    {
        Door door = new(typeof(Planted).GetMethod(name)!);
        if (name == nameof(Planted.Waiting)) door = door with { Patience = TimeSpan.FromSeconds(0.2) };
        string[] found = [.. door.Breaches(_ => false)];
        if (breach is null) Assert.Empty(found);
        else Assert.Contains(found, line => line.Contains(breach, StringComparison.Ordinal));
        Assert.Empty(new Door(typeof(Planted).GetMethod(nameof(Planted.Halved))!).Breaches(_ => true));
    }

    private static class Planted
    {
        public static double Halved(IReadOnlyList<double> values) => values.Sum() / 2;

        public static double Paired(IReadOnlyList<(double X, double Y)> points) =>
            points.All(point => double.IsFinite(point.X)) ? points.Sum(point => point.Y) : throw new ArgumentException("No number.");

        public static int Falling(double value) => Math.Sign(value);

        public static double Refusing(ReadOnlySpan<double> values, double unit) =>
            double.IsFinite(unit) && !values.ContainsAnyExceptInRange(double.MinValue, double.MaxValue) ? unit
                : throw new ArgumentException("No number.");

        public static double Waiting(double value)
        {
            while (double.IsNaN(value)) Thread.Sleep(100);
            return double.IsInfinity(value) ? throw new ArgumentException("Too large.") : value;
        }
    }

    private static bool Says(MethodBase method, double bad)
    {
        string words = Documentation.GetValueOrDefault(DocumentationId.Of(method), "");
        if (words.Contains("<inheritdoc", StringComparison.Ordinal))
        {
            words = string.Concat(method.DeclaringType!.GetInterfaces().SelectMany(face => face.GetMethods())
                .Where(other => other.Name == method.Name)
                .Select(other => Documentation.GetValueOrDefault(DocumentationId.Of(other), "")));
        }

        return (double.IsNaN(bad) ? SaysNaN() : SaysInfinite()).IsMatch(words);
    }

    [GeneratedRegex(@"\bNaN\b|not finite|no finite|no number")]
    private static partial Regex SaysNaN();

    [GeneratedRegex(@"\b[Ii]nfinit|∞|not finite|no finite|no number")]
    private static partial Regex SaysInfinite();
}
