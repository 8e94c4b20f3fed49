import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.poi.ooxml.POIXMLDocument;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.schemas.ooxml.system.ooxml.TypeSystemHolder;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Validates every part of the workbooks and Word files named on the command
 * line against the ECMA-376 transitional schemas that Apache POI carries, and
 * opens each with POI itself. Ends with status 1 if anything fails.
 */
public final class Validate {
    /** Parts whose schemas POI does not carry: the package's own, and Office's later additions. */
    private static final List<String> NOT_CARRIED = List.of("_rels/", "[Content_Types].xml", "docProps/core.xml", "customXml/",
            "threadedComments/", "persons/", "docMetadata/");
    private static final String OURS = "http://schemas.openxmlformats.org/";
    private static final String COMPATIBILITY = OURS + "markup-compatibility/2006";
    private static final int MOST_PRINTED = 10;

    private static int passed;
    private static int failed;

    public static void main(String[] files) throws Exception {
        for (String file : files) {
            parts(file);
            opens(file);
        }
        System.out.printf("%d passed, %d failed%n", passed, failed);
        System.exit(failed == 0 && passed > 0 ? 0 : 1);
    }

    private static void parts(String file) throws Exception {
        try (ZipFile zip = new ZipFile(file)) {
            for (Enumeration<? extends ZipEntry> e = zip.entries(); e.hasMoreElements();) {
                ZipEntry part = e.nextElement();
                String name = part.getName();
                    if (!name.endsWith(".xml") || NOT_CARRIED.stream().anyMatch(name::contains)) {
                    continue;
                }
                try (InputStream in = zip.getInputStream(part)) {
                    count(file + " " + name, faults(in));
                }
            }
        }
    }

    private static List<String> faults(InputStream in) {
        List<String> faults = new ArrayList<>();
        try {
            XmlObject part = TypeSystemHolder.typeSystem.parse(understood(in), null, new XmlOptions());
            if (part.schemaType().isNoType() || part.schemaType().isBuiltinType()) {
                return List.of("its root is not an element of the schemas");
            }
            List<XmlError> errors = new ArrayList<>();
            part.validate(new XmlOptions().setErrorListener(errors));
            errors.forEach(e -> faults.add(e.getMessage().replaceAll("@http[^ ']*", "")));
        } catch (Exception e) {
            faults.add(e.getMessage());
        }
        return faults;
    }

    /**
     * The part as a reader that knows the schemas and no extension sees it: ECMA-376 part 3 has it drop what mc:Ignorable
     * names and take the fallback of each alternative before it looks at the rest; what stands in an ext element it leaves
     * alone. xml:space belongs to XML itself, and may stand anywhere.
     */
    private static Document understood(InputStream in) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document part = factory.newDocumentBuilder().parse(in);
        Set<String> ignored = new HashSet<>(Set.of(COMPATIBILITY));
        for (String prefix : part.getDocumentElement().getAttributeNS(COMPATIBILITY, "Ignorable").split("\\s+")) {
            String namespace = part.getDocumentElement().lookupNamespaceURI(prefix.isEmpty() ? null : prefix);
            if (namespace != null && !namespace.startsWith(OURS)) {
                ignored.add(namespace);
            }
        }
        drop(part.getDocumentElement(), ignored);
        return part;
    }

    private static void drop(Element element, Set<String> ignored) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = attributes.getLength() - 1; i >= 0; i--) {
            Attr a = (Attr) attributes.item(i);
            if (ignored.contains(a.getNamespaceURI()) || a.getName().equals("xml:space")) {
                element.removeAttributeNode(a);
            }
        }
        for (Node kid = element.getFirstChild(), next; kid != null; kid = next) {
            next = kid.getNextSibling();
            if (!(kid instanceof Element) || "ext".equals(kid.getLocalName())) {
                continue;
            }
            Element e = (Element) kid;
            if (COMPATIBILITY.equals(e.getNamespaceURI()) && e.getLocalName().equals("AlternateContent")) {
                Node first = fallback(e);
                next = first != null ? first : next;
            } else if (ignored.contains(e.getNamespaceURI())) {
                element.removeChild(e);
            } else {
                drop(e, ignored);
            }
        }
    }

    /** Puts what stands in an alternative's fallback in its place, and returns the first of it, or null. */
    private static Node fallback(Element alternative) {
        Node first = null;
        NodeList fallbacks = alternative.getElementsByTagNameNS(COMPATIBILITY, "Fallback");
        if (fallbacks.getLength() > 0) {
            for (Node kid; (kid = fallbacks.item(0).getFirstChild()) != null;) {
                alternative.getParentNode().insertBefore(kid, alternative);
                first = first != null ? first : kid;
            }
        }
        alternative.getParentNode().removeChild(alternative);
        return first;
    }

    private static void opens(String file) {
        List<String> faults = new ArrayList<>();
        try (OPCPackage opened = OPCPackage.open(file, PackageAccess.READ);
                POIXMLDocument document = Set.of("docx", "dotx").contains(ending(file)) ? new XWPFDocument(opened) : new XSSFWorkbook(opened)) {
            document.getProperties();
        } catch (Exception e) {
            faults.add(e.toString());
        }
        count(file + " opened by POI", faults);
    }

    private static String ending(String file) {
        String name = Path.of(file).getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static void count(String what, List<String> faults) {
        if (faults.isEmpty()) {
            passed++;
            return;
        }
        failed++;
        System.out.println(what + ": " + faults.size() + " faults");
        faults.stream().distinct().limit(MOST_PRINTED).forEach(f -> System.out.println("    " + f));
    }
}
