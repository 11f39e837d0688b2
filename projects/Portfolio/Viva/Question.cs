using MlMaths.Torch.Portfolio.Viva.Keys;

namespace MlMaths.Torch.Portfolio.Viva;

/// <summary>One question of a viva, made from the numbers of one run.</summary>
/// <param name="Text">As it is asked.</param>
/// <param name="Key">What is a right answer.</param>
/// <param name="Hint">For who asks for one.</param>
/// <param name="Because">How one gets there, in the run's own numbers; of free text, an answer that would do.</param>
/// <param name="Next">What an interviewer goes on with.</param>
internal sealed record Question(string Text, AnswerKey Key, string Hint, string Because, FollowUp Next);

/// <summary>What comes after the answer. It is not graded: a good answer stands beside it.</summary>
internal sealed record FollowUp(string Asks, string Answer);

/// <summary>A question with where it comes from.</summary>
/// <param name="Template">That made it.</param>
/// <param name="Run">Path of the run's folder.</param>
/// <param name="Question">Itself.</param>
internal sealed record AskedQuestion(Template Template, string Run, Question Question)
{
    public string Id => Template.Id;
}
