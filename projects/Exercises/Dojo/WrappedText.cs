using MlMaths.Torch.Cli;
using Words = Spectre.Console.Text;

namespace MlMaths.Torch.Exercises.Dojo;

/// <summary>Sentences of several lines.</summary>
internal static class WrappedText
{
    /// <summary>At a keyboard, broken between words where its lines end; elsewhere on one line.</summary>
    public static void Paragraph(this ToolContext context, string text)
    {
        if (context.IsAttended) context.Output.Write(new Words(text + Environment.NewLine));
        else context.Say(text);
    }
}
