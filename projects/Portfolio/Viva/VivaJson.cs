using System.Text.Json;
using MlMaths.Torch.Exercises.Workbench;
using MlMaths.Torch.Portfolio.Viva.Keys;

namespace MlMaths.Torch.Portfolio.Viva;

/// <summary>Questions for another program, and what answers to them are worth.</summary>
internal static class VivaJson
{
    private static readonly JsonSerializerOptions Format = new(BenchWire.Json) { WriteIndented = true, NewLine = "\n" };

    /// <summary>The questions, without their answers.</summary>
    public static string Questions(IEnumerable<AskedQuestion> asked) => JsonSerializer.Serialize(asked.Select(one => new
    {
        one.Id,
        Area = one.Template.Area.Name(),
        one.Template.Week,
        one.Template.Level,
        one.Question.Key.Kind,
        Question = one.Question.Text,
        Choices = one.Question.Key.Lines,
        one.Question.Hint,
        one.Run,
    }), Format);

    /// <summary>What was answered, what it is worth, and what would have been right; then what could not be read.</summary>
    public static string Verdicts(
        IEnumerable<(AskedQuestion Asked, string Answer, Mark Mark)> judged, IEnumerable<string> unread) => JsonSerializer.Serialize(
        judged.Select(object (one) => new
        {
            one.Asked.Id,
            one.Answer,
            one.Mark.Outcome,
            one.Mark.Says,
            one.Asked.Question.Key.Right,
            one.Asked.Question.Because,
            ReadAgain = one.Asked.Template.Again,
        }).Concat(unread.Select(fault => new { Outcome = Outcome.Unread, Says = fault })),
        Format);
}
