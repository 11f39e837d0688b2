namespace MlMaths.Torch.Tests.Review;

/// <summary>A sentence that its page contradicts.</summary>
/// <param name="Rule">Which rule it breaks.</param>
/// <param name="Page">The file.</param>
/// <param name="Section">The heading above it; empty above the first.</param>
/// <param name="Text">What was written.</param>
/// <param name="Why">What is wrong with it.</param>
internal sealed record Finding(string Rule, string Page, string Section, string Text, string Why)
{
    public Finding(string rule, string page, Passage passage, string why) : this(rule, page, passage.Section, passage.Text, why) { }

    public override string ToString() => $"{Rule}: {Page}, “{Section}”: {Why}: {Text}";
}
